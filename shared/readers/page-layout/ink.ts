/** A colour as 0xrrggbb; undefined where it is a pattern or a gradient, which nobody can put in one number. */
export type Colour = number | undefined

/**
 * What something is painted with. `layer` says what the file makes of it: `artifact` is decoration of the page, `note` was laid over the
 * page by a program for remarks, `watermark` says so itself.
 */
export type Ink = {
  readonly colour: Colour
  /** From 0, nothing, to 1. */
  readonly opacity: number
  /** `other`: a way of blending whose outcome is not worked out here, or a mask. */
  readonly blend: 'normal' | 'multiply' | 'other'
  readonly layer: 'page' | 'artifact' | 'note' | 'watermark'
}

export const WHITE = 0xffffff
export const BLACK_INK: Ink = { colour: 0, opacity: 1, blend: 'normal', layer: 'page' }

const channels = (colour: number): readonly [number, number, number] => [(colour >> 16) & 255, (colour >> 8) & 255, colour & 255]

/** The colour that red, green and blue from 0 to 255 make. */
export const colourOf = (red: number, green: number, blue: number): number => {
  const part = (value: number): number => Math.min(255, Math.max(0, Math.round(value)))
  return (part(red) << 16) | (part(green) << 8) | part(blue)
}

/** The colour of four printing inks from 0 to 1. */
export const colourOfInks = (cyan: number, magenta: number, yellow: number, black: number): number =>
  colourOf(255 * (1 - cyan) * (1 - black), 255 * (1 - magenta) * (1 - black), 255 * (1 - yellow) * (1 - black))

/** What is seen where an ink lies over a colour; undefined where that is not known. */
export const painted = ({ colour, opacity, blend }: Ink, below: Colour): Colour => {
  if (opacity <= 0) return below
  if (colour === undefined || blend === 'other' || (below === undefined && (opacity < 1 || blend !== 'normal'))) return undefined
  if (opacity >= 1 && blend === 'normal') return colour
  const [over, under] = [channels(colour), channels(below ?? WHITE)]
  const mixed = over.map((value, index) => {
    const ground = under[index] ?? 255
    const top = blend === 'multiply' ? (value * ground) / 255 : value
    return top * opacity + ground * (1 - opacity)
  })
  return colourOf(mixed[0] ?? 0, mixed[1] ?? 0, mixed[2] ?? 0)
}

/** How far two colours are apart in the channel in which they differ most, from 0 to 255. */
export const difference = (a: number, b: number): number => {
  const [left, right] = [channels(a), channels(b)]
  return Math.max(...left.map((value, index) => Math.abs(value - (right[index] ?? 0))))
}

/** How light a colour looks, from 0 to 1 (WCAG's relative luminance). */
export const lightness = (colour: number): number => {
  const [red, green, blue] = channels(colour).map((value) => {
    const part = value / 255
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4
  })
  return 0.2126 * (red ?? 0) + 0.7152 * (green ?? 0) + 0.0722 * (blue ?? 0)
}

/** How much two colours stand out from each other, from 1 to 21 (WCAG's contrast ratio). */
export const contrast = (a: number, b: number): number => {
  const [light, dark] = [Math.max(lightness(a), lightness(b)), Math.min(lightness(a), lightness(b))]
  return (light + 0.05) / (dark + 0.05)
}
