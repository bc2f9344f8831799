import type { Glyph } from './page-content.ts'
import { gapBetween, type TextLine } from './text-lines.ts'

/** A line that ends in figures set apart from each other. */
export type FigureLine = {
  readonly line: TextLine
  readonly label: readonly Glyph[]
  readonly figures: readonly Glyph[]
  readonly count: number
}

/** So many figures beside each other at least make a row of a table. */
const FEWEST = 5
/** In ems: a gap from which on two glyphs are of two words. */
const WORD_GAP = 0.22

const PART_OF_FIGURE = /^[\d.,]$/

/** Letters as they count: digits of full width are digits. */
const plain = (glyphs: readonly Glyph[]): string => glyphs.map(({ text }) => text.normalize('NFKC')).join('')

/** Splits glyphs in order wherever the gap between two is as wide as given. */
export const splitAtGaps = (glyphs: readonly Glyph[], gap: number): Glyph[][] => {
  const parts: Glyph[][] = []
  for (const [index, glyph] of glyphs.entries()) {
    const before = glyphs[index - 1]
    if (before === undefined || gapBetween(before, glyph) >= gap) parts.push([])
    parts.at(-1)?.push(glyph)
  }
  return parts
}

const isFigure = (word: readonly Glyph[]): boolean => /^(?:[\d.,]+|[-—–/])$/.test(plain(word))

/** What figures a line ends in; undefined where they are too few. */
export const figureLineOf = (line: TextLine): FigureLine | undefined => {
  const words = splitAtGaps(line.glyphs, WORD_GAP)
  const last = words.findLastIndex((word) => !isFigure(word))
  const figures = words.slice(last + 1)
  if (figures.length < FEWEST) return undefined
  return { line, label: words.slice(0, last + 1).flat(), figures: figures.flat(), count: figures.length }
}

/** Whether a line is nothing but part of a figure: the rest of one that was broken inside its cell. */
export const isRestOfFigure = ({ glyphs }: TextLine): boolean => glyphs.every((glyph) => PART_OF_FIGURE.test(plain([glyph])))
