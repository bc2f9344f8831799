import { UnreadableError } from '../reader.ts'
import type { Box, Glyph, PageContent, Rule } from './page-content.ts'
import { joinRules } from './rules.ts'

/** A page of a scan holds no more glyphs than a stamp or a page number has. */
const FEW_GLYPHS = 20
/** A page drawn in so many shapes or short strokes without a letter has its letters as outlines. */
const MANY_SHAPES = 200
/** In points: the rules of a table, joined from whatever pieces, are longer. */
const SHORT_STROKE = 25
/** In a font whose codes mean nothing some come out as control, private or unknown characters. */
const NONSENSE = /[\p{Cc}\p{Co}\ufffd]/u
const MOST_NONSENSE = 0.01
/** A font of bullets is all private characters, and harmless. */
const FEW_OF_FONT = 0.05
const LEAST_HAN = 0.05

const area = ({ left, right, top, bottom }: Box): number => (right - left) * (bottom - top)
const isPictured = ({ pictures, width, height }: PageContent): boolean => pictures.some((box) => area(box) > (width * height) / 3)

const shortStrokes = (rules: readonly Rule[]): number => {
  const short = rules.filter(({ from, to }) => to - from < SHORT_STROKE)
  const joined = joinRules(short).filter(({ from, to }) => to - from >= SHORT_STROKE)
  return joined.length > short.length / 10 ? 0 : short.length
}

const isDrawn = ({ horizontals, verticals, shapes, glyphs }: PageContent): boolean =>
  glyphs.length < FEW_GLYPHS && shapes + shortStrokes(horizontals) + shortStrokes(verticals) > MANY_SHAPES

const hasFewLetters = (pages: readonly PageContent[], glyphs: readonly Glyph[], how: (page: PageContent) => boolean): boolean =>
  glyphs.length < FEW_GLYPHS * pages.length && pages.filter(how).length >= pages.length / 2

/** How often each letter is printed in each font. */
const countedByFont = (glyphs: readonly Glyph[]): ReadonlyMap<string, ReadonlyMap<string, number>> => {
  const fonts = new Map<string, Map<string, number>>()
  for (const { text, font } of glyphs) {
    let letters = fonts.get(font)
    if (letters === undefined) {
      letters = new Map()
      fonts.set(font, letters)
    }
    letters.set(text, (letters.get(text) ?? 0) + 1)
  }
  return fonts
}

const isGarbled = (glyphs: readonly Glyph[]): boolean => {
  if (glyphs.length < FEW_GLYPHS) return false
  const fonts = new Map<string, { all: number; nonsense: number }>()
  let han = 0
  for (const [font, letters] of countedByFont(glyphs)) {
    const count = { all: 0, nonsense: 0 }
    for (const [text, times] of letters) {
      count.all += times
      if (NONSENSE.test(text)) count.nonsense += times
      if (/\p{Script=Han}/u.test(text)) han += times
    }
    fonts.set(font, count)
  }
  const nonsensical = [...fonts.values()].some(
    ({ all, nonsense }) => all > glyphs.length * FEW_OF_FONT && nonsense > Math.max(1, all * MOST_NONSENSE),
  )
  return nonsensical || han < glyphs.length * LEAST_HAN
}

/** Refuses pages whose text is in pictures, or drawn, or whose fonts do not say which characters they print. */
export const mustBeLegible = (pages: readonly PageContent[]): void => {
  const glyphs = pages.flatMap((page) => page.glyphs)
  if (hasFewLetters(pages, glyphs, isPictured)) throw new UnreadableError('scan')
  if (hasFewLetters(pages, glyphs, isDrawn)) throw new UnreadableError('drawn-text')
  if (isGarbled(glyphs)) throw new UnreadableError('garbled')
}
