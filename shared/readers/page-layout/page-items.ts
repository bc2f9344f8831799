import { type DrawnTable, fillGrid } from './drawn-table.ts'
import { gridsOf } from './grids.ts'
import type { Box, Glyph, PageContent } from './page-content.ts'
import { contains } from './page-content.ts'
import { linesOf, type TextLine } from './text-lines.ts'
import { unruledTables } from './unruled-tables.ts'

export type Item = { readonly page: number; readonly top: number } & (
  | { readonly kind: 'line'; readonly line: TextLine }
  | { readonly kind: 'table'; readonly table: DrawnTable }
  | { readonly kind: 'picture'; readonly box: Box }
)

/** Smaller pictures are ornaments. */
const SMALLEST_PICTURE = 30
const isLarge = ({ left, right, top, bottom }: Box): boolean => right - left >= SMALLEST_PICTURE && bottom - top >= SMALLEST_PICTURE

const area = ({ left, right, top, bottom }: Box): number => (right - left) * (bottom - top)
const standsIn = (box: Box, glyph: Glyph): boolean => contains(box, (glyph.x0 + glyph.x1) / 2, glyph.y)

/** The tables that rules draw, the innermost first, and the glyphs that are in none of them. */
const ruledTables = (content: PageContent, page: number): { tables: DrawnTable[]; rest: readonly Glyph[] } => {
  const tables: DrawnTable[] = []
  let rest = content.glyphs
  // A picture as small as a letter may be one.
  const unread = [...content.unread, ...content.pictures]
  for (const grid of gridsOf(content.horizontals, content.verticals).toSorted((a, b) => area(a) - area(b))) {
    const within = rest.filter((glyph) => standsIn(grid, glyph))
    const table = fillGrid(grid, within, { pictures: content.pictures.filter(isLarge), unread }, page)
    if (table === undefined) continue
    tables.push(table)
    rest = rest.filter((glyph) => !standsIn(grid, glyph))
  }
  return { tables, rest }
}

/** What stands on a page, from top to bottom. */
export const itemsOf = (content: PageContent, page: number): Item[] => {
  const { tables: ruled, rest } = ruledTables(content, page)
  const paper = { left: 0, top: 0, right: content.width, bottom: content.height }
  const { tables: unruled, lines } = unruledTables(linesOf(rest.filter((glyph) => standsIn(paper, glyph))), page)
  const tables = [...ruled, ...unruled]
  const pictures = content.pictures.filter((box) => isLarge(box) && !tables.some((table) => contains(table, box.left + 1, box.top + 1)))
  const items: Item[] = [
    ...lines.map((line) => ({ kind: 'line', page, top: line.y, line }) as const),
    ...tables.map((table) => ({ kind: 'table', page, top: table.top, table }) as const),
    ...pictures.map((box) => ({ kind: 'picture', page, top: box.top, box }) as const),
  ]
  return items.toSorted((a, b) => a.top - b.top)
}
