import { TABLE_TWO } from '../../../shared/form/table-two.ts'
import { cell, type SampleTable } from '../sample-document.ts'
import type { SampleReport } from '../sample-report.ts'
import type { Variants } from '../variants.ts'
import type { Wording } from './wording.ts'

const COLUMNS = 4

/** Cells of a row after its label: the last one takes what is left of the three columns. */
const stretched = <T extends { columnSpan: number }>(cells: readonly T[]): T[] =>
  cells.map((each, index) => (index === cells.length - 1 ? { ...each, columnSpan: COLUMNS - cells.length } : each))

/** Table 二 as the form prints it: a line for each article, the names of the columns, the items. */
export const tableTwo = ({ edition, two }: SampleReport, variants: Variants, { label, figure }: Wording): SampleTable => {
  let next = 0
  let heads = ''
  const rows = TABLE_TWO[edition].flatMap((item, index) => {
    const figures = item.figures.map(() => {
      const column = next++
      return figure(two[column] ?? 0, { table: 2, row: 0, column })
    })
    if (variants.rowsLeftOut?.some(({ table, row }) => table === 2 && row === index)) return []
    const names = item.figures.map((each) => cell(label(each.kind === 'amount' ? `${each.label}(单位:万元)` : each.label)))
    const head = item.article === heads ? [] : [[cell(label(item.article), COLUMNS)], [cell(label('信息内容')), ...stretched(names)]]
    heads = item.article
    return [...head, [cell(label(item.label)), ...stretched(figures)]]
  })
  return { kind: 'table', rows, columns: COLUMNS, headRows: 0 }
}
