import { formCells } from '../form/cells.ts'
import { type CellRef, type Edition, TABLE_NUMBERS, type TableNumber } from '../form/edition.ts'
import { TABLE_THREE_COLUMNS, THREE } from '../form/table-three.ts'
import { type NamedTables, type RecordTables, rowsOf } from './record.ts'

type Value = number | null
type Grid = readonly (readonly Value[])[]

/** A report that a table's sum lacks: it has no such table that could be read, or one of the trial form, which counts other things. */
export type LeftOut = { readonly name: string; readonly table: TableNumber; readonly why: 'no-table' | 'trial-form' }

export type RollUp = {
  /** As `tables` of a report. A cell is null where a report that is summed has no figure there; a table where no report has it. */
  readonly tables: RecordTables
  readonly leftOut: readonly LeftOut[]
  /** The cells that are null in the sum, each with those whose cell is blank. */
  readonly blanks: readonly { readonly name: string; readonly cell: CellRef }[]
  /** Where any table 三 has the single row (六) of the trial form, the sum has it too: it stands in the row 3.其他. */
  readonly singleOtherRow: boolean
}

/** Only money has decimals, and never more than this; sums of them must not show what binary fractions lose. */
const DECIMALS = 1e6
const exact = (sum: number): number => Math.round(sum * DECIMALS) / DECIMALS

const OTHER_ROWS = [THREE.overdueCorrection, THREE.overdueFee] as const
const isOtherRow = (row: number): boolean => OTHER_ROWS.some((each) => each === row)

/** Whether (六)其他处理 is one row: then the two rows before it hold nothing. */
const hasSingleOtherRow = (three: Grid): boolean =>
  OTHER_ROWS.every((row) => three[row]?.every((value) => value === null)) &&
  (three[THREE.otherHandling]?.some((value) => value !== null) ?? false)

/** The form that a record's table 三 follows. */
const tableThreeForm = ({ tables }: NamedTables['record']): Edition =>
  tables.three !== null && hasSingleOtherRow(tables.three) ? '2019' : '2021'

/** A sum with a blank operand is blank. */
const plus = (sum: Value | undefined, value: Value | undefined): Value => (sum == null || value == null ? null : sum + value)

/** The three rows of (六) as the trial form's one. */
const withSingleOtherRow = (three: Grid): Grid => {
  if (hasSingleOtherRow(three)) return three
  const rows = [...OTHER_ROWS, THREE.otherHandling]
  const single = TABLE_THREE_COLUMNS.map((_, column) => rows.reduce<Value>((sum, row) => plus(sum, three[row]?.[column]), 0))
  return three.map((values, row) => (row === THREE.otherHandling ? single : isOtherRow(row) ? values.map(() => null) : values))
}

type Summand = { readonly name: string; readonly grid: Grid }

const sumOf = (table: TableNumber, summands: readonly Summand[]): Grid | null => {
  if (summands.length === 0) return null
  const sums = formCells('2021', table).map((cells) => Array<Value>(cells.length).fill(0))
  // By index: of thousands of reports, iterators would take most of the time.
  for (const { grid } of summands)
    for (let row = 0; row < sums.length; row++) {
      const [line = [], added = []] = [sums[row], grid[row]]
      for (let column = 0; column < line.length; column++) line[column] = plus(line[column], added[column])
    }
  return sums.map((line) => line.map((sum) => (sum === null ? null : exact(sum))))
}

const blanksIn = (table: TableNumber, sum: Grid | null, summands: readonly Summand[]): RollUp['blanks'] =>
  (sum ?? []).flatMap((values, row) =>
    values.flatMap((value, column) => {
      if (value !== null) return []
      const blank = summands.filter(({ grid }) => (grid[row]?.[column] ?? null) === null)
      return blank.map(({ name }) => ({ name, cell: { table, row, column } }))
    }),
  )

const leftOutOf = (parts: readonly NamedTables[], table: TableNumber): LeftOut[] =>
  parts
    .filter(({ record }) => rowsOf(record.tables, table) === null)
    .map(({ name, record }) => ({ name, table, why: table === 2 && record.tables.two2019 !== undefined ? 'trial-form' : 'no-table' }))

/** Adds up tables 二 to 四 of any number of reports, cell by cell, and names whatever the sums lack. */
export const rollUp = (parts: readonly NamedTables[]): RollUp => {
  const singleOtherRow = parts.some(({ record }) => tableThreeForm(record) === '2019')
  const summandsOf = (table: TableNumber): Summand[] =>
    parts.flatMap(({ name, record }) => {
      const grid = rowsOf(record.tables, table)
      return grid === null ? [] : [{ name, grid: table === 3 && singleOtherRow ? withSingleOtherRow(grid) : grid }]
    })
  const summands = { 2: summandsOf(2), 3: summandsOf(3), 4: summandsOf(4) }
  const sums = { 2: sumOf(2, summands[2]), 3: sumOf(3, summands[3]), 4: sumOf(4, summands[4]) }
  return {
    tables: { two: sums[2]?.[0] ?? null, three: sums[3], four: sums[4]?.[0] ?? null },
    leftOut: TABLE_NUMBERS.flatMap((table) => leftOutOf(parts, table)),
    blanks: TABLE_NUMBERS.flatMap((table) => blanksIn(table, sums[table], summands[table])).filter(
      ({ cell }) => !(singleOtherRow && cell.table === 3 && isOtherRow(cell.row)),
    ),
    singleOtherRow,
  }
}
