import type { Glyph } from './page-content.ts'
import { withRaisedMarks } from './raised-marks.ts'

/** Glyphs that stand on one line, from left to right. */
export type TextLine = {
  readonly glyphs: readonly Glyph[]
  readonly text: string
  readonly x0: number
  readonly x1: number
  readonly y: number
  readonly size: number
}

/** In ems: how far two glyphs of one line stand apart in height; how near two prints of one glyph are that make it bold. */
const SAME_LINE = 0.4
const SAME_GLYPH = 0.2
/** Gaps, in ems, that are a space: between Latin letters, between figures, and between anything else. */
const [LETTER_GAP, FIGURE_GAP, WIDE_GAP] = [0.15, 0.22, 0.7]

const isFigure = (text: string): boolean => /^[\d.,]+$/.test(text)
const isLatin = (text: string): boolean => /^[\x21-\x7e\u00c0-\u024f]+$/.test(text)

/** From what gap on there is a space between two glyphs, in ems. */
const spaceFrom = (left: string, right: string): number => {
  if (isFigure(left) && isFigure(right)) return FIGURE_GAP
  return isLatin(left) && isLatin(right) ? LETTER_GAP : WIDE_GAP
}

/** The gap between two neighbours on a line, in ems. */
export const gapBetween = (left: Glyph, right: Glyph): number => (right.x0 - left.x1) / Math.max(left.size, right.size)

/** The text of glyphs from left to right. Where Chinese letters are set apart a little, that is no space. */
export const textOf = (glyphs: readonly Glyph[]): string => {
  let text = ''
  let before: Glyph | undefined
  for (const glyph of glyphs) {
    const gap = before === undefined ? 0 : gapBetween(before, glyph)
    if (before !== undefined && gap > LETTER_GAP && gap > spaceFrom(before.text, glyph.text)) text += ' '
    text += glyph.text
    before = glyph
  }
  return text
}

const isSecondPrint = (glyph: Glyph, before: Glyph | undefined): boolean =>
  before !== undefined &&
  before.text === glyph.text &&
  Math.abs(before.x0 - glyph.x0) < SAME_GLYPH * Math.min(glyph.size, glyph.x1 - glyph.x0)

const lineOf = (glyphs: Glyph[]): TextLine => {
  const sorted = glyphs.sort((a, b) => a.x0 - b.x0)
  const once = withRaisedMarks(sorted.filter((glyph, index) => !isSecondPrint(glyph, sorted[index - 1])))
  let [x1, sum, size] = [Number.NEGATIVE_INFINITY, 0, 0]
  for (const glyph of once) {
    x1 = Math.max(x1, glyph.x1)
    sum += glyph.y
    size = Math.max(size, glyph.size)
  }
  return { glyphs: once, text: textOf(once), x0: once[0]?.x0 ?? 0, x1, y: sum / once.length, size }
}

/** The lines that glyphs stand on, from top to bottom. */
export const linesOf = (glyphs: readonly Glyph[]): TextLine[] => {
  const lines: Glyph[][] = []
  let [sum, size] = [0, 0]
  for (const glyph of glyphs.toSorted((a, b) => a.y - b.y)) {
    const line = lines.at(-1)
    if (line === undefined || glyph.y - sum / line.length > SAME_LINE * Math.max(size, glyph.size)) {
      lines.push([glyph])
      sum = glyph.y
      size = glyph.size
    } else {
      line.push(glyph)
      sum += glyph.y
      size = Math.max(size, glyph.size)
    }
  }
  return lines.map(lineOf)
}

/** The text of a cell: its lines joined as Chinese is, with nothing between; Latin words keep a space. */
export const joinLines = (lines: readonly string[]): string =>
  lines.reduce((text, line) => (/[A-Za-z]$/.test(text) && /^[A-Za-z]/.test(line) ? `${text} ${line}` : text + line), '')
