import type { ByteView } from '../compound-file/byte-view.ts'
import { UnreadableError } from '../reader.ts'
import type { Stretch } from './file-information.ts'

/** The name of a font by its number; '' where it is not known. */
export type FontNames = (index: number) => string

/** Before the name: its size, kind, weight, character set, other name, look. */
const NAME_AT = 40

const nameAt = (font: ByteView): string => {
  let name = ''
  for (let at = NAME_AT; at + 1 < font.length && font.u16(at) !== 0; at += 2) name += String.fromCharCode(font.u16(at))
  return name
}

/** The names of fonts tell which of them draw symbols. */
export const readFontNames = (table: ByteView, { at, length }: Stretch): FontNames => {
  const names: string[] = []
  try {
    const fonts = table.slice(at, length)
    const count = length < 4 ? 0 : fonts.u16(0)
    let place = 4
    for (let index = 0; index < count; index++) {
      const size = fonts.u8(place) + 1
      names.push(nameAt(fonts.slice(place, size)))
      place += size
    }
  } catch (error) {
    // A file whose fonts are odd is still read.
    if (!(error instanceof UnreadableError)) throw error
  }
  return (index) => names[index] ?? ''
}
