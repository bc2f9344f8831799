import { padTo, u16, u32, utf16, zeros } from './little-endian.ts'

const NO_BASE = 0xfff

/** A style of letters or paragraphs beside the fixed ones; its `letters` are a list of property changes, `base` the number of the style that it rests on. */
export type SampleStyle = {
  readonly kind: 'paragraph' | 'letters'
  readonly name: string
  readonly letters: readonly number[]
  readonly base?: number
}

const style = (
  builtIn: number,
  kind: 1 | 2,
  number: number,
  name: string,
  properties: readonly (readonly number[])[],
  base = NO_BASE,
): number[] => {
  const body = [...u16(name.length), ...utf16(`${name}\0`), ...properties.flatMap((list) => padTo([...u16(list.length), ...list], 2))]
  const size = 10 + body.length
  const std = [...u16(builtIn), ...u16(kind | (base << 4)), ...u16(properties.length | (number << 4)), ...u16(size), ...u16(0), ...body]
  return padTo([...u16(std.length), ...std], 2)
}

const FIXED_STYLES = 15

const [USER_STYLE, NEXT] = [0xffe, FIXED_STYLES]

/** A style sheet of the two styles that must be there, Normal and the default one of characters, and of others from number 15 on. */
export const styleSheet = (others: readonly SampleStyle[] = []): number[] => {
  const head = [FIXED_STYLES + others.length, 10, 1, 0x5b, FIXED_STYLES, 0, 0, 0, 0].flatMap(u16)
  const more = others.map(({ kind, name, letters, base }, index) => {
    const number = NEXT + index
    return kind === 'paragraph'
      ? style(USER_STYLE, 1, number, name, [u16(number), letters], base ?? 0)
      : style(USER_STYLE, 2, number, name, [letters], base ?? 10)
  })
  const styles = Array.from({ length: FIXED_STYLES }, (_, number) => {
    if (number === 0) return style(0, 1, 0, 'Normal', [u16(0), []])
    return number === 10 ? style(65, 2, 10, 'Default Paragraph Font', [[]]) : u16(0)
  })
  return [...u16(head.length), ...head, ...styles.flat(), ...more.flat()]
}

/** A table of fonts by their names. */
export const fontTable = (names: readonly string[]): number[] => [
  ...u16(names.length),
  ...u16(0),
  ...names.flatMap((name) => {
    const font = [0x02, ...u16(400), 134, 0, ...zeros(10), ...zeros(24), ...utf16(`${name}\0`)]
    return [font.length, ...font]
  }),
]

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
