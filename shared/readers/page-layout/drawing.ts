import type { Colour, Ink } from './ink.ts'
import type { Point } from './matrix.ts'
import type { Box } from './page-content.ts'
import type { Region } from './regions.ts'
import type { Segment } from './shapes.ts'

/** A glyph as drawn: its middle, the direction in which it reads, its width along that and its height. */
export type DrawnGlyph = {
  readonly text: string
  readonly middle: Point
  readonly direction: Point
  readonly width: number
  readonly size: number
  readonly font: string
  readonly ink: Ink
  /** What has a higher number was painted later, over it. */
  readonly order: number
  /** Whether it is seen, or what of it, is not certain. */
  doubtful: boolean
  /** The colour in which it is seen, and that of its ground, as far as they are known: worked out when the page is whole. */
  shade?: Colour
  ground?: Colour
}

/** A painted area: what all its regions share. */
export type Area = { readonly regions: readonly Region[]; readonly ink: Ink; readonly order: number }

/** A picture by its corners. `opaque` is undefined where nobody looked whether one can see through it. */
export type DrawnPicture = { readonly corners: readonly Point[]; readonly opaque: boolean | undefined; readonly order: number }

/** What a page draws, in the coordinates of the file: y grows upwards, and the page may lie on its side. */
export type Drawing = {
  readonly glyphs: readonly DrawnGlyph[]
  readonly segments: readonly Segment[]
  readonly pictures: readonly DrawnPicture[]
  readonly areas: readonly Area[]
  /** Places where something stands that was not read: shapes as large as letters, form fields that are not drawn, small pictures. */
  readonly unread: readonly Box[]
  /** Filled or stroked shapes that are no rules. */
  readonly shapes: number
  /** Text was left out, as nobody sees it. */
  readonly hidden: boolean
}

/** How much of a letter's place, along and across, is ink. */
const [INK_ALONG, INK_ACROSS] = [0.4, 0.3]

/** Where a letter stands and how large it is. */
export type Placed = Pick<DrawnGlyph, 'middle' | 'direction' | 'width' | 'size'>

/** Where the ink of a letter is: half the height of a figure above and below its middle, a little less than its width. */
export const inkBox = ({ middle: [x, y], direction, width, size }: Placed): Box => {
  const level = Math.abs(direction[0]) >= Math.abs(direction[1])
  const [along, across] = [Math.max(width, size / 10) * INK_ALONG, size * INK_ACROSS]
  const [halfWidth, halfHeight] = level ? [along, across] : [across, along]
  return { left: x - halfWidth, right: x + halfWidth, top: y - halfHeight, bottom: y + halfHeight }
}
