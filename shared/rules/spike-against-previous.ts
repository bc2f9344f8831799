import { formCell } from '../form/cells.ts'
import type { CellRef, Edition } from '../form/edition.ts'
import { EQUATIONS } from '../form/equations.ts'
import { TABLE_THREE_ROWS, THREE, THREE_TOTAL_COLUMN } from '../form/table-three.ts'
import { TWO } from '../form/table-two.ts'
import { type ReportRecord, valueAt } from '../report/record.ts'
import { figureAt } from '../report/report.ts'
import { withCells } from '../rule-kit/changed-report.ts'
import { lastYearsReport } from '../rule-kit/context.ts'
import { defineRule } from '../rule-kit/rule.ts'

const TIMES = 5
/** Small figures leap from year to year and mean nothing by it. */
const WORTH_A_LOOK = 20

/** All of table 二, the totals of table 三 and those of table 四: where a total stands still, a leap of its parts is everyday life. */
const COMPARED: readonly CellRef[] = [
  ...Object.values(TWO).map((column): CellRef => ({ table: 2, row: 0, column })),
  ...TABLE_THREE_ROWS.map((_, row): CellRef => ({ table: 3, row, column: THREE_TOTAL_COLUMN })),
  ...EQUATIONS.filter(({ rule }) => rule === 'table4-total').flatMap(({ right }) => right),
]

/** Last year's figure, where it counts the same: the single row (六) of the trial form stands at the place of 3.其他. */
const lastValue = ({ tables }: ReportRecord, cell: CellRef, form: Edition): number | null => {
  if (cell.table === 2 && form === '2019') return null
  const lastForm: Edition = valueAt(tables, { ...cell, row: THREE.overdueCorrection }) === null ? '2019' : '2021'
  return cell.table === 3 && cell.row === THREE.otherHandling && lastForm !== form ? null : valueAt(tables, cell)
}

/** A figure is neither over five times last year's nor under a fifth of it. */
export const spikeAgainstPrevious = defineRule({
  id: 'spike-against-previous',
  family: 'across years',
  severity: 'warning',
  title: '数据与上年相比没有异常升降',
  basis: '《政府信息公开条例》第五十条;国办公开办函〔2021〕30号:年度报告数据应当准确',
  years: { from: 2019 },
  needs: ['previous-report'],
  example: ({ report }) => ({ report: withCells(report, { table: 2, row: 0, column: TWO.licensing, text: '120' }) }),
  advice: '核对这个数和它的单位;确实如此的,请说明原因',
  *check(report, context) {
    const last = lastYearsReport(report, context)
    if (last === undefined) return
    for (const cell of COMPARED) {
      const [figure, previous] = [figureAt(report, cell), lastValue(last, cell, report.tables[cell.table].form)]
      if (figure?.value == null || previous === null) continue
      const [small, large] = [figure.value, previous].toSorted((a, b) => a - b) as [number, number]
      if (large >= WORTH_A_LOOK && large > TIMES * small)
        yield { places: [figure.place], facts: { cell: formCell('2021', cell).name, previous, actual: figure.value } }
    }
  },
  message: ({ cell, previous, actual }) =>
    `${cell}:上年为${previous},本年为${actual},${actual > previous ? '超过上年的五倍' : '不到上年的五分之一'}`,
})
