import type { Cell, Row } from '../../document/document.ts'
import { UnreadableError } from '../reader.ts'
import { type DrawnCell, type DrawnRow, type RowShape, UNMERGED } from './drawn-row.ts'

/** Edges this near each other are one line: rows of one table are drawn up to a fiftieth of an inch apart. */
const SAME_EDGE_TWIPS = 30
/** A form has 15 columns; a file with more lines than this is made to exhaust whoever builds its grid. */
const MOST_COLUMNS = 200

type Spanning = { -readonly [Key in keyof Cell]: Cell[Key] }
type Piece = { readonly from: number; readonly to: number; readonly cell: DrawnCell; readonly continued: boolean }
/** `broken`: the numbers of rows, from 0, whose cells and edges do not fit each other. */
export type Grid = { readonly rows: readonly Row[]; readonly broken: readonly number[] }

const fits = ({ cells, shape }: DrawnRow): boolean =>
  shape !== undefined &&
  shape.edges.length === cells.length + 1 &&
  shape.edges.every((edge, index) => index === 0 || edge >= (shape.edges[index - 1] ?? edge))

/** The left end of every group of edges that lie together, in order. */
const columnLines = (rows: readonly DrawnRow[]): number[] => {
  const lines: number[] = []
  const edges = rows.filter(fits).flatMap(({ shape }) => shape?.edges ?? [])
  for (const edge of [...new Set(edges)].sort((a, b) => a - b)) {
    const last = lines.at(-1)
    if (last === undefined || edge - last > SAME_EDGE_TWIPS) lines.push(edge)
  }
  if (lines.length > MOST_COLUMNS + 1) throw new UnreadableError('too-complex', `每表${MOST_COLUMNS}列`)
  return lines
}

/** The last line that is not right of the edge. */
const lineOf = (lines: readonly number[], edge: number): number => {
  let [low, high] = [0, lines.length - 1]
  while (low < high) {
    const middle = Math.ceil((low + high) / 2)
    if ((lines[middle] ?? 0) <= edge) low = middle
    else high = middle - 1
  }
  return low
}

/** The cells of a row as stretches of columns; cells merged across become one. */
const pieces = (cells: readonly DrawnCell[], { edges, merges }: RowShape, lines: readonly number[]): Piece[] => {
  const found: Piece[] = []
  let opener = 0
  for (const [index, cell] of cells.entries()) {
    const { across, down } = merges[index] ?? UNMERGED
    const [from, to] = [lineOf(lines, edges[index] ?? 0), lineOf(lines, edges[index + 1] ?? 0)]
    const before = found.at(-1)
    if (before && across !== 0 && opener !== 0 && across !== opener) {
      found[found.length - 1] = { ...before, to, cell: { ...cell, ...before.cell, blocks: [...before.cell.blocks, ...cell.blocks] } }
      continue
    }
    opener = across
    found.push({ from, to, cell, continued: down === 'continued' })
  }
  return found
}

/** One column a cell: all that is left where the drawing of a row is lost. */
const withoutEdges = (cells: readonly DrawnCell[]): Piece[] =>
  cells.map((cell, index) => ({ from: index, to: index + 1, cell, continued: false }))

/**
 * Puts the rows of one table on common columns. Word stores no spans: each row only tells where its lines are drawn, so columns are the
 * lines of all rows taken together, and a cell spans those between its own two. A cell that continues the one above lengthens it.
 */
export const gridFromEdges = (drawn: readonly DrawnRow[]): Grid => {
  const lines = columnLines(drawn)
  const broken: number[] = []
  const rows: Row[] = []
  let above = new Map<number, Spanning>()
  for (const [number, drawnRow] of drawn.entries()) {
    const { cells, shape } = drawnRow
    const drawnRight = shape !== undefined && fits(drawnRow)
    const row: Spanning[] = []
    const here = new Map<number, Spanning>()
    // A sliver between two lines that count as one is no cell, unless somebody wrote into it.
    const kept = (drawnRight ? pieces(cells, shape, lines) : withoutEdges(cells)).filter(
      ({ from, to, cell }) => to > from || cell.blocks.length > 0,
    )
    for (const { from, to, cell, continued } of kept) {
      const covering = continued ? above.get(from) : undefined
      const standing: Spanning = covering ?? { column: from, columnSpan: Math.max(1, to - from), rowSpan: 0, ...cell }
      standing.rowSpan++
      here.set(from, standing)
      if (covering === undefined) row.push(standing)
    }
    if (!drawnRight || kept.some(({ from, to }) => to === from)) broken.push(number)
    rows.push(row)
    above = here
  }
  return { rows, broken }
}
