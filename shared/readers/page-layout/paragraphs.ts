import type { PageContent } from './page-content.ts'
import { joinLines, type TextLine } from './text-lines.ts'

/** The left and right edge of the text on a page, and the usual size of its letters. */
export type Measure = { readonly left: number; readonly right: number; readonly size: number }

/** Text that always begins anew: 一、 and （一） at the start of a line. */
const NUMBERED = /^(?:[一二三四五六七八九十]{1,3}、|[(（][一二三四五六七八九十]{1,3}[)）]|第[一二三四五六七八九十]{1,3}部分)/
/** In ems. */
const INDENT = 1
const RAGGED = 1.5
const NEXT_LINE = 2.6
const SAME_SIZE = 0.1
/** Larger letters than the usual ones by so much are a title, whose lines are centred. */
const TITLE_SIZE = 1.15
/** On a page of fewer lines the longest of them need not reach the right edge. */
const FEW_LINES = 4

/** The edges of the text page by page: those of its size tell the left one, since a page may hold nothing but first lines. */
export const measuresOf = (pages: readonly { readonly content: PageContent; readonly lines: readonly TextLine[] }[]): Measure[] => {
  const edges = pages.map(({ content: { width }, lines }) => {
    const right = Math.max(0, ...lines.map(({ x1 }) => x1))
    const long = lines.filter(({ x0, x1 }) => x1 - x0 > width / 2)
    const sizes = lines.map(({ size }) => size).toSorted((a, b) => a - b)
    return { width, lines: lines.length, size: sizes[sizes.length >> 1] ?? 0, left: Math.min(...long.map(({ x0 }) => x0)), right }
  })
  return edges.map(({ width, lines, right, size }) => {
    const alike = edges.filter((other) => Math.abs(other.width - width) < 1)
    const widest = Math.max(...alike.map((other) => other.right))
    return { left: Math.min(...alike.map(({ left }) => left)), right: lines < FEW_LINES ? widest : right, size }
  })
}

/** The width of what cannot be broken at the start of a line: a number, a Latin word, or one letter. */
const firstWord = ({ glyphs }: TextLine): number => {
  const end = glyphs.findIndex(({ text }) => !/^[\w.,%-]+$/.test(text))
  const last = glyphs[Math.max(0, end < 0 ? glyphs.length - 1 : end)]
  return (last?.x1 ?? 0) - (glyphs[0]?.x0 ?? 0)
}

/** Whether a line goes on with the paragraph of the line before it: that line is full, and this one is not indented. */
export const goesOn = (before: TextLine, beforeIn: Measure, line: TextLine, lineIn: Measure, samePage: boolean): boolean => {
  const full = beforeIn.right - before.x1 < Math.max(RAGGED * before.size, firstWord(line) + 0.5 * before.size)
  const near = !samePage || line.y - before.y < NEXT_LINE * line.size
  const alike = Math.abs(before.size - line.size) <= SAME_SIZE * before.size
  const isTitle = line.size > TITLE_SIZE * lineIn.size && samePage
  const inset = line.x0 - lineIn.left >= INDENT * line.size
  return full && near && alike && (!inset || isTitle) && !NUMBERED.test(line.text)
}

export const paragraphText = (lines: readonly TextLine[]): string => joinLines(lines.map(({ text }) => text))
