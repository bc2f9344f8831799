import { lowered, raised } from '../../document/raised.ts'
import type { Remark } from '../../document/reading.ts'

/** How letters are set, as far as it tells what a person sees. Colours are `RRGGBB`, or a name of the file's own palette. */
export type Font = {
  readonly struck: boolean
  readonly set: 'on-line' | 'raised' | 'lowered'
  readonly color: string
  /** Points. */
  readonly size: number
}

/** How a cell is set. `format` is a number format's code, or the number of a built-in one. */
export type Look = { readonly font: Font; readonly background: string; readonly format: string | number }

export const [BLACK, WHITE] = ['000000', 'FFFFFF']
export const PLAIN_FONT: Font = { struck: false, set: 'on-line', color: BLACK, size: 11 }
export const PLAIN_LOOK: Look = { font: PLAIN_FONT, background: WHITE, format: 0 }

/** Letters of this size are dots. */
const SMALLEST_POINTS = 1
/** Of 255: colours that differ by less on every channel are one to the eye. */
const SAME_COLOR = 16

const channels = (color: string): number[] => [0, 2, 4].map((at) => Number.parseInt(color.slice(at, at + 2), 16))

const looksAlike = (one: string, other: string): boolean => {
  if (one === other) return true
  const [a, b] = [channels(one), channels(other)]
  return a.every((value, at) => Math.abs(value - (b[at] ?? Number.NaN)) < SAME_COLOR)
}

const isSeen = ({ color, size }: Font, background: string): boolean => size > SMALLEST_POINTS && !looksAlike(color, background)

/** A stretch of a cell's text; without a font of its own it is set in the cell's. */
export type Run = { readonly text: string; readonly font?: Font }

/** What a person reads in a cell, and what was left out of it. */
export type SeenText = { readonly text: string; readonly leftOut: readonly Remark[] }

/** A run that is raised beside a figure is kept apart from it; elsewhere, and as a whole, raised letters are only small. */
const setAs = ({ text, font }: Run, own: Font, before: string, behind: string): string => {
  const { set } = font ?? own
  if (set === 'on-line' || !(/\d\s*$/.test(before) || /^\s*\d/.test(behind))) return text
  return set === 'raised' ? raised(text) : lowered(text)
}

/** The text of a cell as it is seen: without what is struck out or has the colour of its ground, raised marks kept apart. */
export const seenText = (runs: readonly Run[], { font: own, background }: Look): SeenText => {
  const leftOut = new Set<Remark>()
  const seen = runs.filter(({ text, font = own }) => {
    if (text.trim() === '') return true
    if (font.struck) leftOut.add('struck-text-left-out')
    else if (!isSeen(font, background)) leftOut.add('hidden-text-left-out')
    else return true
    return false
  })
  const text = seen.map((run, index) => setAs(run, own, seen[index - 1]?.text ?? '', seen[index + 1]?.text ?? '')).join('')
  return { text, leftOut: [...leftOut] }
}
