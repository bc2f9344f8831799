import { difference } from './ink.ts'
import type { Box, Glyph } from './page-content.ts'
import { areaOf, common } from './regions.ts'
import type { TextLine } from './text-lines.ts'

/** Lines nearer to each other than this, in ems, lie on each other; figures smaller than this share of others are no part of their number. */
const [NEAREST_LINES, SMALLER] = [0.8, 0.78]
/** Colours further apart than this are two inks. */
const TWO_INKS = 60
/** In points: the white at both sides of a cell. A number is broken only where no more of it fits. */
const PADDING = 24
/** What is no wider or no higher than this is a speck. */
const SPECK = { width: 0.7, height: 3 }

const isPartOfFigure = ({ text }: Glyph): boolean => /^[\d.,０-９．，]/.test(text)

const areAlike = (a: Glyph, b: Glyph): boolean =>
  a.ink?.layer === b.ink?.layer &&
  difference(a.shade ?? 0, b.shade ?? 0) <= TWO_INKS &&
  Math.min(a.size, b.size) >= Math.max(a.size, b.size) * SMALLER

const joinsWrongly = (upper: TextLine, lower: TextLine, { left, right }: Box): boolean => {
  const [last, first] = [upper.glyphs.at(-1), lower.glyphs[0]]
  if (last === undefined || first === undefined) return false
  if (lower.y - upper.y < NEAREST_LINES * Math.max(upper.size, lower.size)) return true
  const room = right - left - (upper.x1 - upper.x0)
  return isPartOfFigure(last) && isPartOfFigure(first) && room > PADDING + first.x1 - first.x0
}

/** Whether a place is within a cell, as far as it is no speck. */
const liesIn = (cell: Box, place: Box): boolean =>
  place.right - place.left > SPECK.width && place.bottom - place.top > SPECK.height && areaOf(common(cell, place)) > areaOf(place) / 2

/**
 * Whether the figure of a cell is not certain: part of it may not be seen, letters of two kinds or lines that lie on each other make it up,
 * or something stands there that was not read.
 */
export const isDoubtful = (lines: readonly TextLine[], cell: Box, unread: readonly Box[]): boolean => {
  const glyphs = lines.flatMap((line) => line.glyphs)
  if (glyphs.some(({ doubtful }) => doubtful) || unread.some((place) => liesIn(cell, place))) return true
  const figures = glyphs.filter(isPartOfFigure)
  const [first] = figures
  if (first === undefined) return false
  if (!figures.every((glyph) => areAlike(first, glyph))) return true
  const withFigures = lines.filter((line) => line.glyphs.some(isPartOfFigure))
  return withFigures.some((line, index) => {
    const upper = withFigures[index - 1]
    return upper !== undefined && joinsWrongly(upper, line, cell)
  })
}
