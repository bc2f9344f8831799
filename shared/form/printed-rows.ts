import { type CellRef, TABLE_NAMES, type TableNumber } from './edition.ts'
import { TABLE_FOUR_COLUMNS, TABLE_FOUR_GROUPS } from './table-four.ts'
import { TABLE_THREE_COLUMNS, TABLE_THREE_ROWS } from './table-three.ts'
import { TABLE_TWO } from './table-two.ts'

/** What a person sees as one row: an item of table 二, a row of table 三, a group of table 四. */
export type PrintedRow = {
  readonly table: TableNumber
  /** `表三“(一)予以公开”` */
  readonly name: string
  readonly cells: readonly { readonly ref: CellRef; readonly label: string }[]
}

const rowOf = (table: TableNumber, label: string, row: number, first: number, labels: readonly string[]): PrintedRow => ({
  table,
  name: `${TABLE_NAMES[table]}“${label}”`,
  cells: labels.map((each, index) => ({ ref: { table, row, column: first + index }, label: each })),
})

const tableTwo = (): PrintedRow[] => {
  let first = 0
  return TABLE_TWO['2021'].map(({ label, figures }) => {
    const labels = figures.map((figure) => figure.label)
    first += labels.length
    return rowOf(2, label, 0, first - labels.length, labels)
  })
}

/** The printed rows of tables 二, 三 and 四 in the form of 2021. */
export const PRINTED_ROWS: readonly PrintedRow[] = [
  ...tableTwo(),
  ...TABLE_THREE_ROWS.map(({ label }, row) => rowOf(3, label, row, 0, TABLE_THREE_COLUMNS)),
  ...TABLE_FOUR_GROUPS.map((label, group) => rowOf(4, label, 0, group * TABLE_FOUR_COLUMNS.length, TABLE_FOUR_COLUMNS)),
]
