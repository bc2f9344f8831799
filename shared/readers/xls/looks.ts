import type { ByteView } from '../compound-file/byte-view.ts'
import { BLACK, type Font, PLAIN_FONT, WHITE } from '../seen-text/seen-text.ts'
import type { Look } from '../sheets/look.ts'
import type { StreamRecord } from './record-stream.ts'
import { RECORD } from './record-stream.ts'

/** [MS-XLS] 2.5.161: black and white of the fixed and the default palette, and of the system. */
const COLORS: Readonly<Record<number, string>> = { 0: BLACK, 1: WHITE, 8: BLACK, 9: WHITE, 64: BLACK, 65: WHITE, 32767: BLACK }
const colorOf = (index: number): string => COLORS[index] ?? `indexed ${index}`

const STRUCK = 0x08
const SETS = ['on-line', 'raised', 'lowered'] as const

const fontOf = (content: ByteView): Font => ({
  size: content.u16(0) / 20,
  struck: (content.u16(2) & STRUCK) !== 0,
  color: colorOf(content.u16(4)),
  set: SETS[content.u16(8)] ?? 'on-line',
})

const formatCode = (content: ByteView): string => {
  const [letters, wide] = [content.u16(2), (content.u8(4) & 1) !== 0]
  return content.letters(5, letters, wide)
}

const SOLID = 1

const backgroundOf = (content: ByteView): string => (content.u32(14) >>> 26 === SOLID ? colorOf(content.u16(18) & 0x7f) : WHITE)

export type Looks = {
  /** By the number that cells name. */
  readonly looks: readonly Look[]
  readonly fontAt: (index: number) => Font | undefined
}

/** How the cells of an old workbook are set, by its records of fonts, formats and cell formats. */
export const readLooks = (records: readonly StreamRecord[]): Looks => {
  const of = (type: number) => records.filter((record) => record.type === type).map(({ content }) => content)
  const fonts = of(RECORD.font).map(fontOf)
  // There is no font 4, for reasons lost in time: [MS-XLS] 2.5.129.
  const fontAt = (index: number): Font | undefined => fonts[index > 4 ? index - 1 : index]
  const formats = new Map(of(RECORD.format).map((content) => [content.u16(0), formatCode(content)] as const))
  const looks = of(RECORD.cellFormat).map((content): Look => {
    const format = content.u16(2)
    return { font: fontAt(content.u16(0)) ?? PLAIN_FONT, background: backgroundOf(content), format: formats.get(format) ?? format }
  })
  return { looks, fontAt }
}
