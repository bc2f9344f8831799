import { u16, u32, utf16, zeros } from './little-endian.ts'

const NO_BASE = 0xfff

const style = (builtIn: number, kind: 1 | 2, number: number, name: string, properties: readonly number[][]): number[] => {
  const body = [...u16(name.length), ...utf16(`${name}\0`), ...properties.flatMap((list) => [...u16(list.length), ...list])]
  const size = 10 + body.length
  const std = [...u16(builtIn), ...u16(kind | (NO_BASE << 4)), ...u16(properties.length | (number << 4)), ...u16(size), ...u16(0), ...body]
  return [...u16(std.length), ...std]
}

const FIXED_STYLES = 15

/** A style sheet of nothing but the two styles that must be there: Normal, and the default one of characters. */
export const styleSheet = (): number[] => {
  const head = [FIXED_STYLES, 10, 1, 0x5b, FIXED_STYLES, 0, 0, 0, 0].flatMap(u16)
  const styles = Array.from({ length: FIXED_STYLES }, (_, number) => {
    if (number === 0) return style(0, 1, 0, 'Normal', [u16(0), []])
    return number === 10 ? style(65, 2, 10, 'Default Paragraph Font', [[]]) : u16(0)
  })
  return [...u16(head.length), ...head, ...styles.flat()]
}

/** A table of one font. */
export const fontTable = (): number[] => {
  const font = [0x02, ...u16(400), 134, 0, ...zeros(10), ...zeros(24), ...utf16('SimSun\0')]
  return [...u16(1), ...u16(0), font.length, ...font]
}

/** One section with the properties that a section has by default. */
export const sections = (characters: number): number[] => [
  ...u32(0),
  ...u32(characters),
  ...u16(0),
  ...u32(0xffffffff),
  ...u16(0),
  ...u32(0),
]

/** Settings of the document, all of them off. */
export const settings = (): number[] => zeros(500)
