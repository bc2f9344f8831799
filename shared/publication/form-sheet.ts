import type { CellRef } from '../form/edition.ts'
import { placedCells, type TableLayout } from '../form/layout.ts'

type Value = string | number | null
type Corner = { r: number; c: number }

/** A sheet as arrays of values, a row each, and the squares that are merged: first and last row and column, from 0. */
export type FormSheet = { readonly values: Value[][]; readonly merges: { s: Corner; e: Corner }[] }

/** A table of the form under a title; a figure stands in the first square of what it spans, null where there is none. */
export const formSheet = (layout: TableLayout, title: string, figure: (cell: CellRef) => Value): FormSheet => {
  const placed = placedCells(layout)
  const height = 1 + Math.max(...placed.map(({ row, cell }) => row + cell.rows))
  const values = Array.from({ length: height }, () => Array<Value>(layout.columns).fill(null))
  const merges: FormSheet['merges'] = []
  const put = (value: Value, r: number, c: number, rows: number, columns: number): void => {
    values[r]?.splice(c, 1, value)
    if (rows > 1 || columns > 1) merges.push({ s: { r, c }, e: { r: r + rows - 1, c: c + columns - 1 } })
  }
  put(title, 0, 0, 1, layout.columns)
  for (const { cell, row, column } of placed)
    put(cell.kind === 'figure' ? figure(cell.ref) : cell.text, 1 + row, column, cell.rows, cell.columns)
  return { values, merges }
}
