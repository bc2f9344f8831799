import { type Matrix, multiply, type Point } from '../page-layout/matrix.ts'
import type { PdfFont } from './library.ts'

export type TextState = {
  ctm: Matrix
  font: PdfFont
  fontName: string
  size: number
  characterSpacing: number
  wordSpacing: number
  scale: number
  leading: number
  rise: number
  mode: number
}

/** What is shown: glyphs, and between them numbers that move the next one back, in thousandths of the size. */
export type ShownText = readonly (number | ShownGlyph | null)[]
type ShownGlyph = {
  readonly unicode: string
  readonly width: number
  readonly isSpace: boolean
  readonly vmetric?: readonly number[] | null
}

/** How text without ink is set, such as what a scanner read under its picture. */
const WITHOUT_INK = 3
/** How text is set that is no ink but a shape through which what follows is seen. */
const AS_CLIP = 7
/** Of text that is filled and stroked the stroke is seen too. */
export const isStroked = (mode: number): boolean => mode === 1 || mode === 5

/** Half the height of a figure above the base line, in ems. */
const MIDDLE = 0.35
const TO_EM = 0.001

/** How text space becomes the page: the direction in which text reads, how long its unit is there, how high its letters are. */
const measureOf = (whole: Matrix, { size, scale }: TextState) => {
  const unit = Math.hypot(whole[0], whole[1])
  const turn = Math.sign(size * scale) || 1
  const direction: Point = unit === 0 ? [1, 0] : [(whole[0] / unit) * turn, (whole[1] / unit) * turn]
  return { unit, direction, height: Math.hypot(whole[2], whole[3]) * Math.abs(size) }
}

/** Takes a letter at its place: its middle, the direction in which it reads, how wide and how high it is. */
type DrawLetter = (text: string, middle: Point, direction: Point, width: number, height: number) => void

/** Whether text set in this way is seen: `perhaps` where it is a shape through which what follows shows. */
export const visibilityOf = ({ mode, scale }: TextState): 'seen' | 'perhaps' | 'never' => {
  if (mode === WITHOUT_INK || scale === 0) return 'never'
  return mode === AS_CLIP ? 'perhaps' : 'seen'
}

/** Draws one run of glyphs, and gives the text matrix behind it. */
export const drawText = (text: ShownText, state: TextState, textMatrix: Matrix, draw: DrawLetter): Matrix => {
  const { font, size, scale, characterSpacing, wordSpacing, rise } = state
  const whole = multiply(state.ctm, textMatrix)
  const { unit, direction, height } = measureOf(whole, state)
  const em = (font.fontMatrix?.[0] ?? TO_EM) * size

  const [a, b, c, d, e, f] = whole
  let along = 0
  for (const item of text) {
    if (typeof item === 'number') along -= (item / 1000) * size * (font.vertical ? 1 : scale)
    if (item === null || typeof item === 'number') continue
    const spacing = characterSpacing + (item.isSpace ? wordSpacing : 0)
    const width = item.width * em * scale
    let [x, y] = [along, 0]
    if (font.vertical) [x, y] = verticalOrigin(item, font, em, along)
    x += width / 2
    y += rise + MIDDLE * size
    if (item.unicode !== '') draw(item.unicode, [a * x + c * y + e, b * x + d * y + f], direction, Math.abs(width) * unit, height)
    along += font.vertical ? verticalAdvance(item, font) * em + spacing : width + spacing * scale
  }
  return multiply(textMatrix, font.vertical ? [1, 0, 0, 1, 0, along] : [1, 0, 0, 1, along, 0])
}

/** The advance of a glyph that is written downwards: negative. */
const verticalAdvance = ({ vmetric, width }: ShownGlyph, font: PdfFont): number => {
  const metrics = vmetric ?? font.defaultVMetrics
  return metrics?.[0] ?? -width
}

/** Where the base line of such a glyph begins: its own origin is the middle of its top. */
const verticalOrigin = ({ vmetric, width }: ShownGlyph, font: PdfFont, em: number, along: number): Point => {
  const metrics = vmetric ?? font.defaultVMetrics
  const x = vmetric?.[1] ?? width / 2
  return [-x * em, along - (metrics?.[2] ?? 0) * em]
}
