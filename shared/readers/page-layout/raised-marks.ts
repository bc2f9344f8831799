import { lowered, raised } from '../../document/raised.ts'
import type { Glyph } from './page-content.ts'

/** A letter smaller than this share of its line's may be a mark; from how far off the base line on, in ems, it is one. */
const SMALL = 0.85
const [UP, DOWN] = [0.1, 0.08]
/** A figure of full size stands this far off the base line to be no part of the number beside it. */
const FULL_SIZE_OFF = 0.2
/** Half the height of a figure above the base line, in ems. */
const MIDDLE = 0.35
const MARK = /[\d()+-]/

const baseOf = ({ y, size }: Glyph): number => y + MIDDLE * size

/** The letters of one line, those that are set above or below it in Unicode's raised and lowered characters. */
export const withRaisedMarks = (line: readonly Glyph[]): readonly Glyph[] => {
  let [size, lowest, highest] = [0, Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY]
  for (const glyph of line) {
    const base = baseOf(glyph)
    size = Math.max(size, glyph.size)
    lowest = Math.min(lowest, base)
    highest = Math.max(highest, base)
  }
  if (highest - lowest < size * DOWN) return line
  const bases = line.filter((glyph) => glyph.size >= size * SMALL).map(baseOf)
  const base = bases.toSorted((a, b) => a - b)[bases.length >> 1] ?? 0
  return line.map((glyph) => {
    if (!MARK.test(glyph.text.normalize('NFKC'))) return glyph
    const off = baseOf(glyph) - base
    const small = glyph.size < size * SMALL
    if (off < -size * (small ? UP : FULL_SIZE_OFF)) return { ...glyph, text: raised(glyph.text) }
    return off > size * (small ? DOWN : FULL_SIZE_OFF) ? { ...glyph, text: lowered(glyph.text) } : glyph
  })
}
