import type { CellRef } from './edition.ts'
import { TABLE_FOUR_COLUMNS, TABLE_FOUR_GROUPS } from './table-four.ts'
import { TABLE_THREE_COLUMNS, TABLE_THREE_ROWS, THREE, THREE_TOTAL_COLUMN } from './table-three.ts'

/** A sum that the form prescribes: the figures of `left` add up to those of `right`. */
export type Equation = {
  readonly rule: 'table3-row-total' | 'table3-disposition-total' | 'table3-balance' | 'table4-total'
  /** The row, column or group it holds for, by its name in the form. */
  readonly name: string
  readonly left: readonly CellRef[]
  readonly right: readonly CellRef[]
}

const three = (row: number, column: number): CellRef => ({ table: 3, row, column })
const four = (column: number): CellRef => ({ table: 4, row: 0, column })
const range = (from: number, to: number): number[] => Array.from({ length: to - from }, (_, index) => from + index)

/** Every row of table 三: 总计 is the sum of the other six. */
const rowTotals = TABLE_THREE_ROWS.map(
  ({ label }, row): Equation => ({
    rule: 'table3-row-total',
    name: label,
    left: range(0, THREE_TOTAL_COLUMN).map((column) => three(row, column)),
    right: [three(row, THREE_TOTAL_COLUMN)],
  }),
)

/** Every column of table 三: (七)总计 is the sum of the 21 rows above it in 三. */
const dispositionTotals = TABLE_THREE_COLUMNS.map(
  (name, column): Equation => ({
    rule: 'table3-disposition-total',
    name,
    left: range(THREE.firstDisposition, THREE.handledTotal).map((row) => three(row, column)),
    right: [three(THREE.handledTotal, column)],
  }),
)

/** Every column of table 三: 一 + 二 = (七) + 四. */
const balances = TABLE_THREE_COLUMNS.map(
  (name, column): Equation => ({
    rule: 'table3-balance',
    name,
    left: [three(THREE.received, column), three(THREE.carriedIn, column)],
    right: [three(THREE.handledTotal, column), three(THREE.carriedOut, column)],
  }),
)

/** Every group of table 四: 总计 is the sum of its four. */
const tableFourTotals = TABLE_FOUR_GROUPS.map((name, group): Equation => {
  const first = group * TABLE_FOUR_COLUMNS.length
  const total = first + TABLE_FOUR_COLUMNS.length - 1
  return { rule: 'table4-total', name, left: range(first, total).map(four), right: [four(total)] }
})

export const EQUATIONS: readonly Equation[] = [...rowTotals, ...dispositionTotals, ...balances, ...tableFourTotals]
