import { splitAtGaps } from './figure-lines.ts'
import type { Glyph } from './page-content.ts'
import { joinLines, type TextLine, textOf } from './text-lines.ts'

/** A label of one or more lines, as it stands beside the figures. */
export type LabelStack = { readonly lines: Set<TextLine>; text: string; x0: number; x1: number; top: number; bottom: number; last: number }

/** In ems: the gap between two labels on a line, and the greatest distance of two lines of one label. */
const [LABEL_GAP, NEXT_LINE] = [0.8, 2]
const NUMBERED = /^(?:\d{1,2}[.、．]|[(（][一二三四五六七八九十]{1,2}[)）]|[一二三四五六七八九十]{1,2}、)/

type Chunk = { readonly line: TextLine; readonly text: string; readonly x0: number; readonly x1: number }

const NUMBER_INSIDE = /(?:\d{1,2}[.、．]|[(（][一二三四五六七八九十]{1,2}[)）])/g

/** Cuts a piece of text before every number inside it: where cells have no padding, labels of two columns stand close together. */
const splitAtNumbers = (glyphs: readonly Glyph[]): Glyph[][] => {
  const letters = glyphs.map(({ text }) => text).join('')
  if (glyphs.some(({ text }) => text.length !== 1)) return [[...glyphs]]
  const starts = Array.from(letters.matchAll(NUMBER_INSIDE), ({ index }) => index).filter(
    (index) => index > 0 && !/[\d第]/.test(letters[index - 1] ?? ''),
  )
  return [0, ...starts].map((start, index) => glyphs.slice(start, starts[index]))
}

/** Cuts a line that goes on with labels above it where the right one of them begins. */
const splitUnder = (glyphs: readonly Glyph[], stacks: readonly LabelStack[], line: TextLine): Glyph[][] => {
  const begins = stacks.filter(({ last }) => line.y > last && line.y - last < NEXT_LINE * line.size).map(({ x0 }) => x0)
  const at = glyphs.findIndex(({ x0, size }, index) => index > 0 && begins.some((begin) => Math.abs(begin - x0) < size / 4))
  return at < 0 ? [[...glyphs]] : [glyphs.slice(0, at), glyphs.slice(at)]
}

const overlap = (a: { x0: number; x1: number }, b: { x0: number; x1: number }): number =>
  (Math.min(a.x1, b.x1) - Math.max(a.x0, b.x0)) / Math.min(a.x1 - a.x0, b.x1 - b.x0)

/** Labels among the glyphs left of the figures: a piece of text goes on with the one above it unless it begins with a number. */
export const labelStacks = (lines: readonly { readonly line: TextLine; readonly glyphs: readonly Glyph[] }[]): LabelStack[] => {
  const stacks: LabelStack[] = []
  const chunksOf = ({ line, glyphs }: (typeof lines)[number]): Chunk[] =>
    splitAtGaps(glyphs, LABEL_GAP)
      .flatMap(splitAtNumbers)
      .flatMap((part) => (NUMBERED.test(textOf(part)) ? [part] : splitUnder(part, stacks, line)))
      .flatMap((part) => {
        const [first, last] = [part[0], part.at(-1)]
        return first && last ? [{ line, text: textOf(part), x0: first.x0, x1: last.x1 }] : []
      })
  const add = ({ line, text, x0, x1 }: Chunk) => {
    const above = NUMBERED.test(text)
      ? undefined
      : stacks.findLast((stack) => overlap(stack, { x0, x1 }) > 0.5 && line.y > stack.last && line.y - stack.last < NEXT_LINE * line.size)
    if (above === undefined) {
      const [top, bottom] = [line.y - line.size, line.y + line.size]
      stacks.push({ lines: new Set([line]), text, x0, x1, top, bottom, last: line.y })
    } else {
      above.lines.add(line)
      above.text = joinLines([above.text, text])
      above.x0 = Math.min(above.x0, x0)
      above.x1 = Math.max(above.x1, x1)
      above.bottom = line.y + line.size
      above.last = line.y
    }
  }
  for (const each of lines) for (const chunk of chunksOf(each)) add(chunk)
  return stacks
}
