import { inkBox, type Placed } from './drawing.ts'
import type { Box } from './page-content.ts'
import { areaOf, type Coverage, common, coverageOf, coverageOfAll, EVERYTHING, type Region } from './regions.ts'

/** To what painting is confined: a box, and within it shapes that are none. */
export type Clip = { readonly box: Box; readonly shapes: readonly Region[] }

export const UNCLIPPED: Clip = { box: EVERYTHING, shapes: [] }
/** A drawing that is confined by more shapes than these at once is confined by the last of them. */
const MOST_SHAPES = 8

export const clipped = ({ box, shapes }: Clip, region: Region): Clip => ({
  box: common(box, region),
  shapes: region.parts === undefined ? shapes : [...shapes, region].slice(-MOST_SHAPES),
})

/** What of an area is left of it under a clip. */
export const clippedRegions = ({ box, shapes }: Clip, region: Region): Region[] => {
  if (box === EVERYTHING) return [region]
  return [region.parts === undefined ? { ...region, ...common(box, region) } : region, { ...box, evenOdd: false }, ...shapes]
}

/** Whether a letter lies in a box with all that it may take, however it is turned. */
const liesWithin = ({ left, right, top, bottom }: Box, { middle: [x, y], width, size }: Placed): boolean => {
  const reach = Math.max(width, size) / 2
  return x - reach >= left && x + reach <= right && y - reach >= top && y + reach <= bottom
}

/** How much of a letter is left of it under a clip. */
export const leftOf = ({ box, shapes }: Clip, glyph: Placed): Coverage => {
  if (box === EVERYTHING || (shapes.length === 0 && liesWithin(box, glyph))) return 'all'
  const letter = inkBox(glyph)
  if (areaOf(box) === 0) return 'none'
  const inBox = coverageOf({ ...box, evenOdd: false }, letter)
  if (inBox === 'none' || shapes.length === 0) return inBox
  const inShapes = coverageOfAll(shapes, letter)
  return inShapes === 'all' ? inBox : inShapes
}
