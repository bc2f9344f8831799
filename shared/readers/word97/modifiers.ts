import type { ByteView } from '../compound-file/byte-view.ts'

/** One change of a property (a "sprm"): what it changes and where its operand stands. */
export type Modifier = { readonly code: number; readonly at: number; readonly size: number }

const TABLE_DEFINITION = 0xd608
const TAB_STOPS = 0xc615
const FIXED_SIZES = [1, 1, 2, 4, 2, 2, undefined, 3] as const

/** Walks a list of property changes; it stops where one would reach past the end. */
export function* modifiersOf(list: ByteView): Generator<Modifier> {
  let place = 0
  while (place + 2 < list.length) {
    const code = list.u16(place)
    place += 2
    let size: number | undefined = FIXED_SIZES[code >> 13]
    if (size === undefined) {
      // The size stands before the operand: in one byte, but for the definition of a table row, whose two bytes count one too many.
      const wide = code === TABLE_DEFINITION && place + 1 < list.length
      size = wide ? list.u16(place) - 1 : list.u8(place)
      if (code === TAB_STOPS && size === 255) return
      place += wide ? 2 : 1
    }
    if (size < 0 || place + size > list.length) return
    yield { code, at: place, size }
    place += size
  }
}
