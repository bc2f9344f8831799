import { TABLE_FOUR_COLUMNS, TABLE_FOUR_GROUPS } from '../../../shared/form/table-four.ts'
import { cell, type SampleCell, type SampleTable } from '../sample-document.ts'
import type { SampleReport } from '../sample-report.ts'
import type { Variants } from '../variants.ts'
import type { Wording } from './wording.ts'

const SHORT = ['结果', '结果', '其他', '尚未', '总计']

/** Table 四 as the form prints it: three rows of head, one of 15 figures. */
export const tableFour = ({ four }: SampleReport, { headsLost, shortTableFour }: Variants, { label, figure }: Wording): SampleTable => {
  const [reconsideration = '', ...lawsuits] = TABLE_FOUR_GROUPS
  const names = shortTableFour ? SHORT : TABLE_FOUR_COLUMNS
  const head: SampleCell[][] = [
    [cell(label(reconsideration), 5), cell(label('行政诉讼'), 10)],
    [...names.map((name) => cell(label(name), 1, 2)), ...lawsuits.map((name) => cell(label(name), 5))],
    lawsuits.flatMap(() => names.map((name) => cell(label(name)))),
  ]
  const heads = headsLost ? [] : head
  const figures = four.map((value, column) => figure(value, { table: 4, row: 0, column }))
  return { kind: 'table', rows: [...heads, figures], columns: 15, headRows: heads.length }
}
