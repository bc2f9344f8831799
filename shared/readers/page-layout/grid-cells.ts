import type { Box, Rule } from './page-content.ts'
import { unions } from './unions.ts'

/** `irregular`: the area is no rectangle, so that no one can say which row or column it is in. */
export type GridCell = Box & { readonly irregular: boolean }

/** A ruled table: its cells, merged ones as one, and which of them a place is in. */
export type Grid = Box & {
  readonly cells: readonly GridCell[]
  /** Index of the cell at a place; undefined outside every cell. */
  readonly cellAt: (x: number, y: number) => number | undefined
}

const MOST_SQUARES = 20_000

const distinct = (rules: readonly Rule[]): number[] => [...new Set(rules.map(({ at }) => at))].sort((a, b) => a - b)

/** Tells whether a rule separates two squares: it covers the greater part of the side between them. */
const separators = (rules: readonly Rule[]) => {
  const byPlace = new Map<number, Rule[]>()
  for (const rule of rules) byPlace.set(rule.at, [...(byPlace.get(rule.at) ?? []), rule])
  return (at: number, from: number, to: number): boolean =>
    (byPlace.get(at) ?? []).some((rule) => Math.min(rule.to, to) - Math.max(rule.from, from) > (to - from) / 2)
}

/** The stretch between two neighbouring edges that a place is in. */
const stretchOf = (edges: readonly number[], place: number): number | undefined => {
  let [low, high] = [0, edges.length - 1]
  if (place < (edges[low] ?? 0) || place > (edges[high] ?? 0)) return undefined
  while (high - low > 1) {
    const middle = (low + high) >> 1
    if ((edges[middle] ?? 0) <= place) low = middle
    else high = middle
  }
  return low
}

type Area = { readonly columns: number[]; readonly rows: number[] }
const reach = (numbers: readonly number[]): number => Math.max(...numbers) - Math.min(...numbers) + 1

/** The cells between rules that cross each other; undefined where they enclose nothing, or more than a person would. */
export const gridOf = (horizontals: readonly Rule[], verticals: readonly Rule[]): Grid | undefined => {
  const [xs, ys] = [distinct(verticals), distinct(horizontals)]
  const [columns, rows] = [xs.length - 1, ys.length - 1]
  if (columns < 1 || rows < 1 || columns * rows > MOST_SQUARES) return undefined
  const [ruledAcross, ruledDown] = [separators(horizontals), separators(verticals)]
  const x = (index: number): number => xs[index] ?? 0
  const y = (index: number): number => ys[index] ?? 0

  // Squares with no rule between them are one cell; those that are open to the outside belong to no cell.
  const outside = columns * rows
  const { find, join } = unions(outside + 1)
  const square = (row: number, column: number): number =>
    row < 0 || column < 0 || row >= rows || column >= columns ? outside : row * columns + column
  for (let row = 0; row <= rows; row++)
    for (let column = 0; column <= columns; column++) {
      if (row < rows && !ruledDown(x(column), y(row), y(row + 1))) join(square(row, column - 1), square(row, column))
      if (column < columns && !ruledAcross(y(row), x(column), x(column + 1))) join(square(row - 1, column), square(row, column))
    }

  const areas = new Map<number, Area>()
  for (let index = 0; index < outside; index++) {
    const area = areas.get(find(index)) ?? { columns: [], rows: [] }
    area.columns.push(index % columns)
    area.rows.push(Math.floor(index / columns))
    areas.set(find(index), area)
  }
  areas.delete(find(outside))
  const order = new Map(Array.from(areas.keys(), (root, index) => [root, index]))
  return {
    left: x(0),
    right: x(columns),
    top: y(0),
    bottom: y(rows),
    cells: Array.from(areas.values(), (area) => ({
      left: x(Math.min(...area.columns)),
      right: x(Math.max(...area.columns) + 1),
      top: y(Math.min(...area.rows)),
      bottom: y(Math.max(...area.rows) + 1),
      irregular: reach(area.columns) * reach(area.rows) !== area.rows.length,
    })),
    cellAt: (px, py) => {
      const [column, row] = [stretchOf(xs, px), stretchOf(ys, py)]
      return column === undefined || row === undefined ? undefined : order.get(find(square(row, column)))
    },
  }
}
