import type { ByteView } from '../compound-file/byte-view.ts'
import { UnreadableError } from '../reader.ts'
import type { FileInformation } from './file-information.ts'

/** The properties that a style gives, by its number, those of the styles that it rests on first. */
export type Styles = {
  readonly paragraph: (number: number) => readonly ByteView[]
  readonly letters: (number: number) => readonly ByteView[]
}

const [PARAGRAPH_STYLE, CHARACTER_STYLE] = [1, 2]
/** Stands for no style in the place of a number. */
export const NO_STYLE = 0xfff
const DEEPEST = 12

type Style = { readonly base: number; readonly paragraph?: ByteView; readonly letters?: ByteView }

/** A list of properties with its size before it; `head`: bytes in front of the properties that count for the size. */
const listAt = (style: ByteView, at: number, head: number): ByteView | undefined => {
  if (at + 2 > style.length) return undefined
  const size = style.u16(at)
  return size <= head || at + 2 + size > style.length ? undefined : style.slice(at + 2 + head, size - head)
}

const readStyle = (style: ByteView, baseBytes: number): Style => {
  const kindAndBase = style.u16(2)
  const [kind, base] = [kindAndBase & 0xf, kindAndBase >> 4]
  const name = baseBytes + (baseBytes % 2)
  const first = name + 2 + (style.u16(name) + 1) * 2
  if (kind === CHARACTER_STYLE) return withLists(base, undefined, listAt(style, first, 0))
  if (kind !== PARAGRAPH_STYLE) return { base }
  // The list of a paragraph begins with the style's own number.
  const size = style.u16(first)
  return withLists(base, listAt(style, first, 2), listAt(style, first + 2 + size + (size % 2), 0))
}

const withLists = (base: number, paragraph: ByteView | undefined, letters: ByteView | undefined): Style => ({
  base,
  ...(paragraph && { paragraph }),
  ...(letters && { letters }),
})

const readAll = (sheet: ByteView): (Style | undefined)[] => {
  const [count, baseBytes] = [sheet.u16(2), sheet.u16(4)]
  let place = 2 + sheet.u16(0)
  return Array.from({ length: count }, () => {
    const size = sheet.u16(place)
    const style = sheet.slice(place + 2, size)
    place += 2 + size + (size % 2)
    return size === 0 ? undefined : readStyle(style, baseBytes)
  })
}

const collect = (all: readonly (Style | undefined)[], which: 'paragraph' | 'letters') => (number: number) => {
  const found: ByteView[] = []
  let at = number
  for (let depth = 0; depth < DEEPEST && at !== NO_STYLE; depth++) {
    const style = all[at]
    const list = style?.[which]
    if (list) found.unshift(list)
    at = style?.base ?? NO_STYLE
  }
  return found
}

/** Headings may get their number from their style, letters may be hidden or struck out by it. */
export const readStyles = (table: ByteView, { tables: { styles } }: FileInformation): Styles => {
  const none: Styles = { paragraph: () => [], letters: () => [] }
  if (styles.length === 0) return none
  try {
    const all = readAll(table.slice(styles.at, styles.length))
    return { paragraph: collect(all, 'paragraph'), letters: collect(all, 'letters') }
  } catch (error) {
    // A file whose styles are odd is still read.
    if (error instanceof UnreadableError) return none
    throw error
  }
}
