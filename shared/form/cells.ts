import { type CellKind, type CellRef, type Edition, TABLE_NAMES, type TableNumber } from './edition.ts'
import { TABLE_FOUR_COLUMNS, TABLE_FOUR_GROUPS } from './table-four.ts'
import { TABLE_THREE_COLUMNS, TABLE_THREE_ROWS, tableThreeRows } from './table-three.ts'
import { TABLE_TWO } from './table-two.ts'

/** What the form says of one cell. */
export type FormCell = {
  readonly ref: CellRef
  /** What it stands beside and under: an item of table 二, a row of table 三, a group of table 四, and its column there. */
  readonly row: string
  readonly column: string
  /** The head that rows of table 三 share: `(三)不予公开`. */
  readonly group?: string
  readonly kind: CellKind
  /** Words a clerk finds the cell by: `表三 第12行“7.属于行政执法案卷” 自然人列`. */
  readonly name: string
}

const tableTwo = (edition: Edition): FormCell[][] => [
  TABLE_TWO[edition].flatMap(({ label: row, figures, first }) =>
    figures.map(({ label: column, kind }, index) => ({
      ref: { table: 2, row: 0, column: first + index },
      ...{ row, column, kind },
      name: `${TABLE_NAMES[2]} “${row}” ${column}`,
    })),
  ),
]

/** Rows are counted as printed; the two of (六) that the trial form lacks keep the places and words of the form of 2021. */
const tableThree = (edition: Edition): FormCell[][] => {
  const printed = tableThreeRows(edition)
  return TABLE_THREE_ROWS.map((official) => {
    const at = printed.findIndex(({ row }) => row === official.row)
    const { row, label, group } = printed[at] ?? official
    const number = (at < 0 ? row : at) + 1
    return TABLE_THREE_COLUMNS.map((column, index) => ({
      ref: { table: 3, row, column: index },
      ...{ row: label, column, kind: 'count' },
      ...(group !== undefined && { group }),
      name: `${TABLE_NAMES[3]} 第${number}行“${label}” ${column}列`,
    }))
  })
}

const tableFour: FormCell[][] = [
  TABLE_FOUR_GROUPS.flatMap((row, group) =>
    TABLE_FOUR_COLUMNS.map((column, index) => ({
      ref: { table: 4, row: 0, column: group * TABLE_FOUR_COLUMNS.length + index },
      ...{ row, column, kind: 'count' },
      name: `${TABLE_NAMES[4]} ${row} ${column}`,
    })),
  ),
]

const CELLS: Record<Edition, Record<TableNumber, FormCell[][]>> = {
  '2019': { 2: tableTwo('2019'), 3: tableThree('2019'), 4: tableFour },
  '2021': { 2: tableTwo('2021'), 3: tableThree('2021'), 4: tableFour },
}

/** Every cell of a table, row by row, as `tables` of a report has them. */
export const formCells = (edition: Edition, table: TableNumber): readonly (readonly FormCell[])[] => CELLS[edition][table]

/** The cells that an edition prints, in its order: those of `formCells`, without the two rows of table 三 that the trial form lacks. */
export const printedCells = (edition: Edition, table: TableNumber): FormCell[] =>
  table === 3 ? tableThreeRows(edition).flatMap(({ row }) => CELLS[edition][3][row] ?? []) : CELLS[edition][table].flat()

/** The cell of the form; throws on a reference that no table has, which is our own mistake. */
export const formCell = (edition: Edition, { table, row, column }: CellRef): FormCell => {
  const cell = CELLS[edition][table][row]?.[column]
  if (cell === undefined) throw new RangeError(`no cell ${table}/${row}/${column} in the form of ${edition}`)
  return cell
}
