/** Lengths and colours as style sheets write them. */

const PIXELS: Readonly<Record<string, number>> = {
  px: 1,
  pt: 4 / 3,
  pc: 16,
  in: 96,
  cm: 96 / 2.54,
  mm: 96 / 25.4,
  rem: 16,
  vw: 12.8,
  vh: 8,
}

/** What a word of the page stands for; `constructor` and its like are no such words. */
const own = <T>(table: Readonly<Record<string, T>>, word: string): T | undefined => (Object.hasOwn(table, word) ? table[word] : undefined)

const LENGTH = /^([+-]?(?:\d+\.?\d*|\.\d+))(px|pt|pc|in|cm|mm|rem|vw|vh|em|ex|ch|%)?$/

/** A length in pixels; `em` is what `1em` is, `whole` what `100%` is. Undefined for words and sums. */
export const pixels = (value: string | undefined, em: number, whole = em): number | undefined => {
  const [, number, unit] = LENGTH.exec(value ?? '') ?? []
  if (number === undefined) return undefined
  const count = Number(number)
  if (unit === undefined) return count === 0 ? 0 : undefined
  if (unit === '%') return (count / 100) * whole
  if (unit === 'em') return count * em
  return count * (PIXELS[unit] ?? em / 2)
}

const SIZES: Readonly<Record<string, number>> = {
  'xx-small': 9,
  'x-small': 10,
  small: 13,
  medium: 16,
  large: 18,
  'x-large': 24,
  'xx-large': 32,
}
const RELATIVE: Readonly<Record<string, number>> = { smaller: 5 / 6, larger: 1.2 }

/** The size of letters in pixels, as `font-size` or `font` states it within letters of `parent`. */
export const letterSize = (value: string, parent: number): number | undefined => {
  const [first = ''] = value.split('/')
  const words = first.trim().split(/\s+/)
  for (const word of words.toReversed()) {
    const size = own(SIZES, word) ?? pixels(word, parent)
    if (size !== undefined) return size
    const times = own(RELATIVE, word)
    if (times !== undefined) return times * parent
  }
  return undefined
}

export type Colour = { readonly rgb: readonly [number, number, number]; readonly opacity: number }
export const BLACK: Colour = { rgb: [0, 0, 0], opacity: 1 }
export const WHITE: Colour = { rgb: [255, 255, 255], opacity: 1 }

const NAMED: Readonly<Record<string, string>> = {
  ...{ white: 'fff', window: 'fff', canvas: 'fff', black: '000', windowtext: '000', canvastext: '000', snow: 'fffafa' },
  ...{
    red: 'f00',
    blue: '00f',
    yellow: 'ff0',
    lime: '0f0',
    green: '008000',
    navy: '000080',
    gray: '808080',
    grey: '808080',
    silver: 'c0c0c0',
  },
  ...{ ivory: 'fffff0', whitesmoke: 'f5f5f5', ghostwhite: 'f8f8ff', floralwhite: 'fffaf0', azure: 'f0ffff', mintcream: 'f5fffa' },
  ...{
    lightgray: 'd3d3d3',
    lightgrey: 'd3d3d3',
    orange: 'ffa500',
    maroon: '800000',
    teal: '008080',
    purple: '800080',
    aqua: '0ff',
    fuchsia: 'f0f',
  },
}

const fromHex = (hex: string): Colour | undefined => {
  const long = hex.length < 6 ? Array.from(hex, (digit) => digit + digit).join('') : hex
  if (!/^[\da-f]{6}(?:[\da-f]{2})?$/.test(long)) return undefined
  const at = (index: number): number => Number.parseInt(long.slice(index, index + 2), 16)
  return { rgb: [at(0), at(2), at(4)], opacity: long.length === 8 ? at(6) / 255 : 1 }
}

const share = (text: string): number => (text.endsWith('%') ? Number.parseFloat(text) / 100 : Number.parseFloat(text))

/** Of a hue in degrees, and saturation and lightness from 0 to 1. */
const fromHsl = (hue: number, saturation: number, lightness: number): [number, number, number] => {
  const reach = saturation * Math.min(lightness, 1 - lightness)
  const channel = (offset: number): number => {
    const turn = (offset + hue / 30 + 120) % 12
    return 255 * (lightness - reach * Math.max(-1, Math.min(turn - 3, 9 - turn, 1)))
  }
  return [channel(0), channel(8), channel(4)]
}

/** Undefined where the colour is not told: a name that is not known, or one that depends on other things. */
export const colour = (value: string | undefined): Colour | undefined => {
  const text = value?.trim().toLowerCase() ?? ''
  if (text === 'transparent') return { rgb: [0, 0, 0], opacity: 0 }
  if (text.startsWith('#')) return fromHex(text.slice(1))
  const named = own(NAMED, text)
  if (named !== undefined) return fromHex(named)
  const [, model = '', inside] = /^(rgb|hsl)a?\(([^)]*)\)$/.exec(text) ?? []
  const [red, green, blue, alpha = '1'] = inside?.split(/[\s,/]+/).filter((part) => part !== '') ?? []
  if (red === undefined || green === undefined || blue === undefined) return /^[\da-f]{6}$/.test(text) ? fromHex(text) : undefined
  if (model === 'hsl') return { rgb: fromHsl(Number.parseFloat(red), share(green), share(blue)), opacity: share(alpha) }
  const channel = (part: string): number => (part.endsWith('%') ? share(part) * 255 : Number.parseFloat(part))
  return { rgb: [channel(red), channel(green), channel(blue)], opacity: share(alpha) }
}

/** So near on every channel that no eye tells them apart. */
const ALIKE = 10
export const lookAlike = (a: Colour, b: Colour): boolean =>
  a.rgb.every((channel, index) => Math.abs(channel - (b.rgb[index] ?? 0)) <= ALIKE)
