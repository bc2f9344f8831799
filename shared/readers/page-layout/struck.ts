import { UnreadableError } from '../reader.ts'
import type { DrawnGlyph } from './drawing.ts'
import type { Point } from './matrix.ts'
import type { Segment } from './shapes.ts'

/** In ems: how far above or below a letter's middle a line runs through it, and how far it may run on past the letters that it strikes. */
const [THROUGH, PAST] = [0.25, 0.8]
/** In points: the rule of a table runs on further than this past letters that it happens to meet. */
const LEAST_PAST = 4
/** Shares of a letter that a line must pass over: to strike it, and to make it doubtful. */
const [STRUCK, TOUCHED] = [0.6, 0.2]
/** How far the ends of a level line may be apart across the direction of the text, as a share of its length. */
const LEVEL = 0.12
const BAND = 8
/** A page has some thousand lines, and each is held against the letters at its height only. */
const MOST_COMPARISONS = 20_000_000

/** A segment as the text sees it: from where to where along its direction, and how high. */
type Stretch = { readonly from: number; readonly to: number; readonly at: number; readonly rise: number }

const along = ([x, y]: Point, [dx, dy]: Point): number => x * dx + y * dy
const across = ([x, y]: Point, [dx, dy]: Point): number => y * dx - x * dy

const stretchOf = ({ from, to }: Segment, direction: Point): Stretch => {
  const ends = [along(from, direction), along(to, direction)] as const
  const heights = [across(from, direction), across(to, direction)] as const
  return {
    from: Math.min(...ends),
    to: Math.max(...ends),
    at: (heights[0] + heights[1]) / 2,
    rise: Math.abs(heights[0] - heights[1]),
  }
}

type Place = { readonly glyph: DrawnGlyph; readonly from: number; readonly to: number; readonly at: number }

const isLevel = ({ from, to, rise }: Stretch): boolean => rise <= Math.max(1, (to - from) * LEVEL)

/** The glyphs of one direction, by their height. */
const byHeight = (places: readonly Place[]): Map<number, Place[]> => {
  const bands = new Map<number, Place[]>()
  for (const place of places) {
    const band = Math.floor(place.at / BAND)
    const there = bands.get(band)
    if (there === undefined) bands.set(band, [place])
    else there.push(place)
  }
  return bands
}

const shareOf = (place: Place, { from, to }: Stretch): number =>
  (Math.min(place.to, to) - Math.max(place.from, from)) / Math.max(place.to - place.from, 0.01)

/** The glyphs through which a line may run. */
const metBy = (bands: ReadonlyMap<number, readonly Place[]>, stretch: Stretch, count: (places: number) => void): Place[] => {
  const found: Place[] = []
  const half = stretch.rise / 2
  const reach = isLevel(stretch) ? 0 : half
  for (let band = Math.floor((stretch.at - half) / BAND) - 1; band <= Math.floor((stretch.at + half) / BAND) + 1; band++) {
    const there = bands.get(band)
    if (there === undefined) continue
    count(there.length)
    for (const place of there)
      if (
        place.from < stretch.to &&
        place.to > stretch.from &&
        Math.abs(place.at - stretch.at) < place.glyph.size * THROUGH + reach &&
        shareOf(place, stretch) > TOUCHED
      )
        found.push(place)
  }
  return found
}

/** A line higher than this is the side of a table, no slash through a figure. */
const HIGHEST_SLASH = 60

/** In points: lines that end this near to one across them are the rules of a table. */
const MEETING = 2.5

const isRule = (stretch: Stretch, segments: readonly Segment[], direction: Point, count: (places: number) => void): boolean => {
  count(segments.length)
  return segments.some((segment) => {
    const { from, to, at, rise } = stretchOf(segment, direction)
    const meets = Math.abs(at - stretch.at) < rise / 2 + MEETING
    return to - from < 1 && rise > MEETING && meets && Math.min(Math.abs(from - stretch.from), Math.abs(from - stretch.to)) < MEETING
  })
}

export type Struck = {
  readonly glyphs: readonly DrawnGlyph[]
  /** The lines that strike nothing. */
  readonly segments: readonly Segment[]
  readonly struck: boolean
}

/** The glyphs of a page by the direction in which they read. */
const byDirection = (glyphs: readonly DrawnGlyph[]) => {
  const directions = new Map<number, { readonly direction: Point; readonly places: Place[] }>()
  for (const glyph of glyphs) {
    const key = Math.round(glyph.direction[0] * 8) * 64 + Math.round(glyph.direction[1] * 8)
    const group = directions.get(key) ?? { direction: glyph.direction, places: [] }
    if (group.places.length === 0) directions.set(key, group)
    const middle = along(glyph.middle, group.direction)
    group.places.push({ glyph, from: middle - glyph.width / 2, to: middle + glyph.width / 2, at: across(glyph.middle, group.direction) })
  }
  return directions.values()
}

/** Whether a level line ends where the letters end that it runs through. */
const endsWith = ({ from, to }: Stretch, met: readonly Place[]): boolean => {
  const past = Math.max(LEAST_PAST, PAST * Math.max(...met.map(({ glyph }) => glyph.size)))
  return Math.min(...met.map((place) => place.from)) - from <= past && to - Math.max(...met.map((place) => place.to)) <= past
}

/** What one line does to the letters that it runs through: nothing where it is a table's rule. */
const strikeOf = (
  segment: Segment,
  direction: Point,
  found: (stretch: Stretch) => Place[],
  isRuleOfTable: (stretch: Stretch) => boolean,
) => {
  const none = { level: false, met: [] as readonly Place[], stretch: stretchOf(segment, direction) }
  const { stretch } = none
  if (segment.unseen || stretch.to - stretch.from < 1 || stretch.rise > HIGHEST_SLASH) return none
  const met = found(stretch)
  const level = isLevel(stretch)
  return met.length > 0 && !(level && (!endsWith(stretch, met) || isRuleOfTable(stretch))) ? { level, met, stretch } : none
}

/**
 * Leaves out letters with a line through them, and those lines. A line that strikes is level, runs through the middle of letters and ends
 * where they end: the rule of a table runs on, or meets another. Letters under a line that leans, or half under one, are kept, but doubtful.
 */
export const withoutStruck = (glyphs: readonly DrawnGlyph[], segments: readonly Segment[]): Struck => {
  const left = new Set<DrawnGlyph>()
  const strikes = new Set<Segment>()
  let comparisons = 0
  const count = (places: number) => {
    comparisons += places
    if (comparisons > MOST_COMPARISONS) throw new UnreadableError('too-complex', `${MOST_COMPARISONS}次叠盖`)
  }
  for (const { direction, places } of byDirection(glyphs)) {
    const bands = byHeight(places)
    const found = (stretch: Stretch) => metBy(bands, stretch, count)
    const isRuleOfTable = (stretch: Stretch) => isRule(stretch, segments, direction, count)
    for (const segment of segments) {
      const { level, met, stretch } = strikeOf(segment, direction, found, isRuleOfTable)
      if (level) strikes.add(segment)
      for (const place of met)
        if (level && shareOf(place, stretch) >= STRUCK) left.add(place.glyph)
        else place.glyph.doubtful = true
    }
  }
  return {
    glyphs: left.size === 0 ? glyphs : glyphs.filter((glyph) => !left.has(glyph)),
    segments: strikes.size === 0 ? segments : segments.filter((segment) => !strikes.has(segment)),
    struck: left.size > 0,
  }
}
