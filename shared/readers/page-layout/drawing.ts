import type { Point } from './matrix.ts'
import type { Segment } from './shapes.ts'

/** A glyph as drawn: its middle, the direction in which it reads, its width along that and its height. */
export type DrawnGlyph = {
  readonly text: string
  readonly middle: Point
  readonly direction: Point
  readonly width: number
  readonly size: number
  readonly font: string
}

/** What a page draws, in the coordinates of the file: y grows upwards, and the page may lie on its side. */
export type Drawing = {
  readonly glyphs: readonly DrawnGlyph[]
  readonly segments: readonly Segment[]
  /** Corners of each picture. */
  readonly pictures: readonly (readonly Point[])[]
  readonly shapes: number
}
