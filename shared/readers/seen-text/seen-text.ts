import type { Remark } from '../../document/reading.ts'
import { LineText, type Setting } from './line-text.ts'

/** How letters are set, as far as it tells what a person sees. Colours are `RRGGBB`, or a name that nothing else has. */
export type Font = {
  readonly struck: boolean
  readonly set: Setting
  readonly color: string
  /** Points. */
  readonly size: number
  /** Set as text that is not shown. */
  readonly hidden?: boolean
  /** The colour laid behind these letters; absent: that of the cell or page. */
  readonly ground?: string
}

export const [BLACK, WHITE] = ['000000', 'FFFFFF']
export const PLAIN_FONT: Font = { struck: false, set: 'on-line', color: BLACK, size: 11 }

/** Letters of this size are dots. */
export const SMALLEST_POINTS = 1
/** Of 255: colours that differ by less on every channel are one to the eye. */
const SAME_COLOR = 16

/** Whether the eye cannot tell two colours; names are alike only where they are equal. */
export const looksAlike = (one: string, other: string): boolean => {
  if (one === other) return true
  const [a, b] = [Number(`0x${one}`), Number(`0x${other}`)]
  if (Number.isNaN(a) || Number.isNaN(b)) return false
  return [16, 8, 0].every((shift) => Math.abs(((a >> shift) & 255) - ((b >> shift) & 255)) < SAME_COLOR)
}

const isSeen = ({ hidden = false, color, size, ground }: Font, background: string): boolean =>
  !hidden && size > SMALLEST_POINTS && !looksAlike(color, ground ?? background)

/** A stretch of a text; without a font of its own it is set in that of what is around it. */
export type Run = { readonly text: string; readonly font?: Font }

/** What a person reads, and what was left out of it. */
export type SeenText = { readonly text: string; readonly leftOut: readonly Remark[] }

type Stretch = { text: string; readonly set: Setting }

type Around = { readonly font: Font; readonly background: string }

const remarkOf = (font: Font, background: string): Remark | undefined => {
  if (font.struck) return 'struck-text-left-out'
  return isSeen(font, background) ? undefined : 'hidden-text-left-out'
}

const seenRuns = (runs: readonly Run[], { font: own, background }: Around): SeenText => {
  const leftOut = new Set<Remark>()
  const stretches: Stretch[] = []
  for (const { text, font = own } of runs) {
    if (text === '') continue
    const blank = text.trim() === ''
    const remark = remarkOf(font, background)
    if (remark !== undefined && !blank) leftOut.add(remark)
    if (remark !== undefined && (!blank || font.hidden)) continue
    const last = stretches.at(-1)
    // White space stands on no line of its own.
    if (last !== undefined && (last.set === font.set || blank)) last.text += text
    else stretches.push({ text, set: font.set })
  }
  const line = new LineText()
  for (const { text, set } of stretches) line.add(text, set)
  return { text: line.finish(), leftOut: [...leftOut] }
}

/** The text as it is seen: without what is struck out, hidden or has the colour of its ground, raised marks kept apart. */
export const seenText = (runs: readonly Run[], around: Around): SeenText => {
  const [only, second] = runs
  // Nearly every text is one run in the font of what is around it.
  if (only !== undefined && second === undefined && only.font === undefined && remarkOf(around.font, around.background) === undefined)
    return { text: only.text, leftOut: [] }
  return seenRuns(runs, around)
}
