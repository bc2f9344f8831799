import type { Point } from './matrix.ts'
import type { Box } from './page-content.ts'

/** An area of a page, in the coordinates of the drawing: a box, or what the parts of a path enclose. `top` is the lesser y. */
export type Region = Box & {
  /** Absent where the box is the area. */
  readonly parts?: readonly (readonly Point[])[]
  readonly evenOdd: boolean
}

export type Coverage = 'all' | 'part' | 'none'

/** Shares of a letter that may stand in an area without being touched by it, or out of it and be covered none the less. */
const [UNTOUCHED, COVERED] = [0.12, 0.88]
const STRAIGHT = 0.01

export const EVERYTHING: Box = { left: -1e9, right: 1e9, top: -1e9, bottom: 1e9 }

export const boxAround = (points: readonly Point[]): Box => {
  let [left, right, top, bottom] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY, Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY]
  for (const [x, y] of points) {
    if (x < left) left = x
    if (x > right) right = x
    if (y < top) top = y
    if (y > bottom) bottom = y
  }
  return { left, right, top, bottom }
}

/** What two boxes share; its sides are the wrong way round where that is nothing. */
export const common = (a: Box, b: Box): Box => ({
  left: Math.max(a.left, b.left),
  right: Math.min(a.right, b.right),
  top: Math.max(a.top, b.top),
  bottom: Math.min(a.bottom, b.bottom),
})

export const areaOf = ({ left, right, top, bottom }: Box): number => Math.max(0, right - left) * Math.max(0, bottom - top)

/** Whether corners in order are those of an upright rectangle. */
export const isRectangle = (corners: readonly Point[]): boolean => {
  const [first, last] = [corners[0], corners.at(-1)]
  const closed = first && last && corners.length === 5 && Math.abs(first[0] - last[0]) < STRAIGHT && Math.abs(first[1] - last[1]) < STRAIGHT
  if (!closed && corners.length !== 4) return false
  for (let index = 0; index < 4; index++) {
    const [here, next] = [corners[index], corners[(index + 1) % 4]]
    if (here === undefined || next === undefined) return false
    if (Math.abs(next[0] - here[0]) < STRAIGHT === Math.abs(next[1] - here[1]) < STRAIGHT) return false
  }
  return true
}

export const regionOf = (parts: readonly (readonly Point[])[], evenOdd: boolean): Region => {
  const [only, second] = parts
  const box = boxAround(only !== undefined && second === undefined ? only : parts.flat())
  return only !== undefined && second === undefined && isRectangle(only) ? { ...box, evenOdd } : { ...box, parts, evenOdd }
}

const windings = (parts: readonly (readonly Point[])[], x: number, y: number): number => {
  let turns = 0
  for (const corners of parts)
    for (let index = 0; index < corners.length; index++) {
      const [[fromX, fromY], [toX, toY]] = [corners[index] ?? [0, 0], corners[(index + 1) % corners.length] ?? [0, 0]]
      if (fromY > y === toY > y) continue
      if (x < ((toX - fromX) * (y - fromY)) / (toY - fromY) + fromX) turns += toY > fromY ? 1 : -1
    }
  return turns
}

const isInside = ({ parts = [], evenOdd }: Region, x: number, y: number): boolean => {
  const turns = windings(parts, x, y)
  return evenOdd ? turns % 2 !== 0 : turns !== 0
}

/** How much of a letter lies in an area. */
export const coverageOf = (region: Region, letter: Box): Coverage => {
  const width = Math.min(region.right, letter.right) - Math.max(region.left, letter.left)
  const height = Math.min(region.bottom, letter.bottom) - Math.max(region.top, letter.top)
  if (!(width > 0 && height > 0)) return 'none'
  const whole = areaOf(letter)
  const share = (width * height) / whole
  if (!(share > UNTOUCHED)) return 'none'
  if (region.parts === undefined) return share >= COVERED ? 'all' : 'part'
  const { left, right, top, bottom } = letter
  let inside = 0
  for (const x of [left, (left + right) / 2, right]) for (const y of [top, (top + bottom) / 2, bottom]) if (isInside(region, x, y)) inside++
  if (inside === 9) return 'all'
  // A shape that lies within the letter and meets none of its nine points may still hide a stroke of it.
  return inside > 0 || areaOf(region) < whole ? 'part' : 'none'
}

/** How much of a letter lies in all of some areas at once. */
export const coverageOfAll = (regions: readonly Region[], letter: Box): Coverage => {
  let least: Coverage = 'all'
  for (const region of regions) {
    const coverage = coverageOf(region, letter)
    if (coverage === 'none') return 'none'
    if (coverage === 'part') least = 'part'
  }
  return least
}
