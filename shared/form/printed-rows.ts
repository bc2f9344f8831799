import { type FormCell, printedCells } from './cells.ts'
import { TABLE_NAMES, TABLE_NUMBERS, type TableNumber } from './edition.ts'

/** What a person sees as one row: an item of table 二, a row of table 三, a group of table 四. */
export type PrintedRow = {
  readonly table: TableNumber
  /** `(一)予以公开` */
  readonly label: string
  /** `表三“(一)予以公开”` */
  readonly name: string
  readonly cells: readonly FormCell[]
}

const rowsOf = (table: TableNumber): PrintedRow[] => {
  const rows: FormCell[][] = []
  for (const cell of printedCells('2021', table)) {
    const [first] = rows.at(-1) ?? []
    if (first?.row === cell.row && first.ref.row === cell.ref.row) rows.at(-1)?.push(cell)
    else rows.push([cell])
  }
  return rows.map((cells) => {
    const label = cells[0]?.row ?? ''
    return { table, label, name: `${TABLE_NAMES[table]}“${label}”`, cells }
  })
}

/** The printed rows of tables 二, 三 and 四 in the form of 2021. */
export const PRINTED_ROWS: readonly PrintedRow[] = TABLE_NUMBERS.flatMap(rowsOf)
