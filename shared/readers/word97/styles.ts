import type { ByteView } from '../compound-file/byte-view.ts'
import { UnreadableError } from '../reader.ts'
import type { FileInformation } from './file-information.ts'

/** The paragraph properties of a style, those of the styles that it rests on first. */
export type Styles = (number: number) => readonly ByteView[]

const PARAGRAPH_STYLE = 1
const NO_STYLE = 0xfff
const DEEPEST = 12

type Style = { readonly base: number; readonly properties: ByteView | undefined }

const readStyle = (style: ByteView, baseBytes: number): Style => {
  const kindAndBase = style.u16(2)
  const base = kindAndBase >> 4
  if ((kindAndBase & 0xf) !== PARAGRAPH_STYLE) return { base, properties: undefined }
  const name = baseBytes + (baseBytes % 2)
  const list = name + 2 + (style.u16(name) + 1) * 2
  const size = style.u16(list)
  return { base, properties: size < 2 ? undefined : style.slice(list + 4, size - 2) }
}

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

/** Headings may get their number from their style. */
export const readStyles = (table: ByteView, { tables: { styles } }: FileInformation): Styles => {
  if (styles.length === 0) return () => []
  try {
    const all = readAll(table.slice(styles.at, styles.length))
    return (number) => {
      const found: ByteView[] = []
      let at = number
      for (let depth = 0; depth < DEEPEST && at !== NO_STYLE; depth++) {
        const style = all[at]
        if (style?.properties) found.unshift(style.properties)
        at = style?.base ?? NO_STYLE
      }
      return found
    }
  } catch (error) {
    // Styles say nothing of words and figures: a file whose styles are odd is still read.
    if (error instanceof UnreadableError) return () => []
    throw error
  }
}
