import { isDoubtful } from './cell-doubt.ts'
import type { Grid } from './grid-cells.ts'
import { type Box, contains, type Glyph } from './page-content.ts'
import { joinLines, linesOf } from './text-lines.ts'

/** `doubtful`: the figure in it is not certain. */
export type DrawnCell = Box & { readonly text: string; readonly pictures: number; readonly doubtful?: boolean }

/** A table on one page, its cells still told by where they stand. */
export type DrawnTable = Box & {
  readonly page: number
  readonly cells: readonly DrawnCell[]
  readonly trust: 'ruled' | 'inferred' | 'uncertain'
}

const isDigit = ({ text }: Glyph): boolean => /^\d/.test(text)

/** How far a figure may stand over the edge of its cell, as a share of its width. */
const MOST_OVERHANG = 0.25
/** Figures nearer than this to each other, in ems, are one number. */
const TOUCHING = 0.08

type Placed = { readonly glyph: Glyph; readonly cell: number | undefined }

/** A number that runs over the edge of its cell would be torn in two that look right. */
const runsOver = (cell: Box, { x0, x1 }: Glyph): boolean => Math.max(cell.left - x0, x1 - cell.right) > (x1 - x0) * MOST_OVERHANG

const tearsNumbers = (digits: readonly Placed[]): boolean => {
  const sorted = digits.toSorted((a, b) => a.glyph.x0 - b.glyph.x0)
  return sorted.some(({ glyph, cell }, index) => {
    for (let next = index + 1; next < sorted.length; next++) {
      const other = sorted[next]
      if (other === undefined || other.glyph.x0 - glyph.x1 > TOUCHING * glyph.size) return false
      const sameLine = Math.abs(other.glyph.y - glyph.y) < glyph.size / 4
      if (sameLine && other.cell !== cell && other.glyph.x0 - glyph.x1 > -glyph.size / 4) return true
    }
    return false
  })
}

/**
 * Puts each glyph into the cell that its middle is in. Undefined where the grid frames text rather than being a table: fewer than two
 * cells beside each other hold any.
 */
export const fillGrid = (
  grid: Grid,
  glyphs: readonly Glyph[],
  { pictures, unread }: { readonly pictures: readonly Box[]; readonly unread: readonly Box[] },
  page: number,
): DrawnTable | undefined => {
  const placed = glyphs.map((glyph): Placed => ({ glyph, cell: grid.cellAt((glyph.x0 + glyph.x1) / 2, glyph.y) }))
  const byCell = new Map<number, Glyph[]>()
  for (const { glyph, cell } of placed) {
    if (cell === undefined) continue
    const within = byCell.get(cell) ?? []
    within.push(glyph)
    byCell.set(cell, within)
  }
  const isTable = new Set(Array.from(byCell.keys(), (index) => grid.cells[index]?.left)).size > 1
  if (!isTable) return undefined
  const cells = grid.cells.flatMap(({ irregular, ...box }, index): DrawnCell[] => {
    if (irregular && !byCell.has(index)) return [] // the space between cells that are each framed for itself
    const lines = linesOf(byCell.get(index) ?? [])
    const inside = pictures.filter(({ left, right, top, bottom }) => contains(box, (left + right) / 2, (top + bottom) / 2))
    const doubtful = isDoubtful(lines, box, unread)
    return [{ ...box, text: joinLines(lines.map(({ text }) => text)), pictures: inside.length, ...(doubtful && { doubtful }) }]
  })
  const digits = placed.filter(({ glyph }) => isDigit(glyph))
  const uncertain =
    Array.from(byCell.keys()).some((index) => grid.cells[index]?.irregular) ||
    digits.some(({ glyph, cell }) => {
      const box = cell === undefined ? undefined : grid.cells[cell]
      return box === undefined || runsOver(box, glyph)
    }) ||
    tearsNumbers(digits)
  const { left, right, top, bottom } = grid
  return { left, right, top, bottom, page, cells, trust: uncertain ? 'uncertain' : 'ruled' }
}
