import { type CellKind, type CellRef, type Edition, TABLE_NAMES, type TableNumber } from './edition.ts'
import { TABLE_FOUR_COLUMNS, TABLE_FOUR_GROUPS } from './table-four.ts'
import { TABLE_THREE_COLUMNS, TABLE_THREE_ROWS, THREE, TRIAL_OTHER_HANDLING } from './table-three.ts'
import { TABLE_TWO } from './table-two.ts'

/** What the form says of one cell. */
export type FormCell = {
  /** Words a clerk finds the cell by: `表三 第12行“7.属于行政执法案卷” 自然人列`. */
  readonly name: string
  readonly kind: CellKind
}

const tableTwo = (edition: Edition): FormCell[][] => [
  TABLE_TWO[edition].flatMap(({ label, figures }) =>
    figures.map((figure) => ({ name: `${TABLE_NAMES[2]} “${label}” ${figure.label}`, kind: figure.kind })),
  ),
]

/** The trial form has one row (六) where that of 2021 has three, and so two rows fewer above the last. */
const rowOfTableThree = (edition: Edition, row: number): { readonly number: number; readonly label: string } => {
  if (edition === '2021' || row < THREE.otherHandling) return { number: row + 1, label: TABLE_THREE_ROWS[row]?.label ?? '' }
  const label = row === THREE.otherHandling ? TRIAL_OTHER_HANDLING : (TABLE_THREE_ROWS[row]?.label ?? '')
  return { number: row - 1, label }
}

const tableThree = (edition: Edition): FormCell[][] =>
  TABLE_THREE_ROWS.map((_, row) => {
    const { number, label } = rowOfTableThree(edition, row)
    return TABLE_THREE_COLUMNS.map((column) => ({ name: `${TABLE_NAMES[3]} 第${number}行“${label}” ${column}列`, kind: 'count' }))
  })

const tableFour: FormCell[][] = [
  TABLE_FOUR_GROUPS.flatMap((group) =>
    TABLE_FOUR_COLUMNS.map((column) => ({ name: `${TABLE_NAMES[4]} ${group} ${column}`, kind: 'count' as const })),
  ),
]

const CELLS: Record<Edition, Record<TableNumber, FormCell[][]>> = {
  '2019': { 2: tableTwo('2019'), 3: tableThree('2019'), 4: tableFour },
  '2021': { 2: tableTwo('2021'), 3: tableThree('2021'), 4: tableFour },
}

/** Every cell of a table, row by row, as `tables` of a report has them. */
export const formCells = (edition: Edition, table: TableNumber): readonly (readonly FormCell[])[] => CELLS[edition][table]

/** The cell of the form; throws on a reference that no table has, which is our own mistake. */
export const formCell = (edition: Edition, { table, row, column }: CellRef): FormCell => {
  const cell = CELLS[edition][table][row]?.[column]
  if (cell === undefined) throw new RangeError(`no cell ${table}/${row}/${column} in the form of ${edition}`)
  return cell
}
