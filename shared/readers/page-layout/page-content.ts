import type { Colour, Ink } from './ink.ts'

/** What a page shows, upright, in points from its top left corner; y grows downwards. */
export type PageContent = {
  readonly width: number
  readonly height: number
  readonly glyphs: readonly Glyph[]
  readonly horizontals: readonly Rule[]
  readonly verticals: readonly Rule[]
  readonly pictures: readonly Box[]
  /** Places where something stands that was not read. */
  readonly unread: readonly Box[]
  /** Filled or stroked shapes that are no rules. */
  readonly shapes: number
}

/** One printed character, sometimes a ligature: `y` is the middle of its height. */
export type Glyph = {
  readonly text: string
  readonly x0: number
  readonly x1: number
  readonly y: number
  readonly size: number
  readonly font: string
  readonly ink?: Ink
  /** The colour in which it is seen, and that of its ground. */
  readonly shade?: Colour
  readonly ground?: Colour
  /** Whether it is seen, or whether it is part of the text, is not certain. */
  doubtful?: boolean
}

/** A straight line along an axis: where it lies across, and from where to where it runs along. */
export type Rule = { readonly at: number; readonly from: number; readonly to: number }

export type Box = { readonly left: number; readonly right: number; readonly top: number; readonly bottom: number }

export const contains = (box: Box, x: number, y: number): boolean => x >= box.left && x <= box.right && y >= box.top && y <= box.bottom
