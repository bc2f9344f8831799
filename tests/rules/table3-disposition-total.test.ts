import { THREE } from '../../shared/form/table-three.ts'
import { table3DispositionTotal } from '../../shared/rules/table3-disposition-total.ts'
import { cellPlace, soundReport } from '../reports/sound-report.ts'
import { testRule } from './test-rule.ts'

const at = (row: number) => cellPlace({ table: 3, row, column: 1 })
const rows = Array.from({ length: 21 }, (_, index) => THREE.firstDisposition + index)
const trial = soundReport({
  cells: [20, 21].flatMap((row) => [0, 1, 2, 3, 4, 5, 6].map((column) => ({ table: 3, row, column, text: null }) as const)),
})

testRule(table3DispositionTotal, {
  agreed: ['error', 2019],
  accepts: {
    'a sound report': soundReport(),
    'the trial form, which has two rows fewer': { ...trial, tables: { ...trial.tables, 3: { ...trial.tables[3], form: '2019' } } },
    'the form of 2021 with a row missing, which is for another rule': trial,
    'a blank disposition': soundReport({ cells: [{ table: 3, row: 5, column: 1, text: '-' }] }),
  },
  rejects: {
    'a disposition that the total leaves out': {
      report: soundReport({ cells: [{ table: 3, row: 22, column: 1, text: '4' }] }),
      findings: [{ places: [at(23), ...rows.map(at)], facts: { column: '商业企业', expected: 4, actual: 0 } }],
      says: ['表三“商业企业”列:(一)至(六)各项办理结果合计4件,“(七)总计”填为0件'],
    },
    'a wrong sum in the trial form': {
      report: {
        ...trial,
        tables: {
          ...trial.tables,
          3: {
            ...trial.tables[3],
            form: '2019',
            figures: trial.tables[3].figures.map((row, index) =>
              index === 23 ? row.map((figure) => ({ ...figure, value: figure.place.cell?.column === 1 ? 2 : figure.value })) : row,
            ),
          },
        },
      },
      findings: [
        {
          places: [at(23), ...rows.filter((row) => row !== 20 && row !== 21).map(at)],
          facts: { column: '商业企业', expected: 0, actual: 2 },
        },
      ],
      says: ['表三“商业企业”列:(一)至(六)各项办理结果合计0件,“(七)总计”填为2件'],
    },
  },
})
