import { inForceCoversIssued } from '../../shared/rules/in-force-covers-issued.ts'
import { cellPlace, soundReport, withTable } from '../reports/sound-report.ts'
import { testRule } from './test-rule.ts'

const documents = (issued: string, inForce: string) =>
  soundReport({ cells: [3, 5].map((column) => ({ table: 2, row: 0, column, text: column === 3 ? issued : inForce }) as const) })

testRule(inForceCoversIssued, {
  accepts: {
    'a sound report': soundReport(),
    'all that is in force was issued this year': documents('5', '5'),
    'a blank': documents('5', ''),
    'the trial form, which counts otherwise': withTable(2, { form: '2019' }),
  },
  rejects: {
    'one fewer in force': {
      report: documents('5', '4'),
      findings: [
        {
          places: [5, 3].map((column) => cellPlace({ table: 2, row: 0, column })),
          facts: { name: '行政规范性文件', expected: 5, actual: 4 },
        },
      ],
      says: ['表二“行政规范性文件”:本年制发5件,现行有效只有4件'],
    },
  },
})
