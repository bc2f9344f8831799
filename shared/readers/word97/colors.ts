import type { ByteView } from '../compound-file/byte-view.ts'
import { BLACK } from '../seen-text/seen-text.ts'
import { AUTOMATIC, MIXED } from '../word-flow/draft-paragraph.ts'

/** The colours of Word 97 by number ([MS-DOC] 2.9.119); 0 leaves the choice to whoever shows the file. */
const NUMBERED =
  `${AUTOMATIC} ${BLACK} 0000FF 00FFFF 00FF00 FF00FF FF0000 FFFF00 FFFFFF 000080 008080 008000 800080 800000 808000 808080 C0C0C0`.split(
    ' ',
  )

export const numberedColor = (index: number): string => NUMBERED[index] ?? AUTOMATIC

const AUTOMATIC_MARK = 0xff

/** A colour in four bytes: red, green, blue, and whether it is none of these. */
export const fullColor = (list: ByteView, at: number): string =>
  list.u8(at + 3) === AUTOMATIC_MARK
    ? AUTOMATIC
    : [0, 1, 2]
        .map((part) =>
          list
            .u8(at + part)
            .toString(16)
            .padStart(2, '0')
            .toUpperCase(),
        )
        .join('')

const PATTERNS = { clear: 0, solid: 1, none: 0xffff, none80: 0x3f } as const

const groundOf = (fore: string, back: string, pattern: number): string | undefined => {
  if (pattern === PATTERNS.none || pattern === PATTERNS.none80) return undefined
  if (pattern === PATTERNS.solid) return fore === AUTOMATIC ? BLACK : fore
  if (pattern !== PATTERNS.clear) return MIXED
  return back === AUTOMATIC ? undefined : back
}

/** What a shading comes to: a colour in front, one behind, a pattern. Undefined where nothing is filled. */
export const shading = (list: ByteView, at: number): string | undefined =>
  groundOf(fullColor(list, at), fullColor(list, at + 4), list.u16(at + 8))
export const SHADING_BYTES = 10

/** The same in the two bytes of Word 97. */
export const shading80 = (list: ByteView, at: number): string | undefined => {
  const packed = list.u16(at)
  return groundOf(numberedColor(packed & 0x1f), numberedColor((packed >> 5) & 0x1f), packed >> 10)
}
export const SHADING_80_BYTES = 2
