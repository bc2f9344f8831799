import { contrast, WHITE } from './ink.ts'
import type { Glyph } from './page-content.ts'
import { areaOf, common } from './regions.ts'

/** Ink that stands out from its ground less than this is pale. */
const PALE = 3
/** A share of a letter's ink that lies on another's. */
const OVERLAP = 0.2
/** In ems: how far letters painted one after the other may stand apart, or lie on each other, and be of one run. */
const [NEXT_LETTER, KERNED] = [1.2, -0.3]
/** In points: the squares by which letters that may lie on each other are found. */
const SQUARE = 20
const MOST_SQUARES = 100
/** A page is narrower than so many squares. */
const ROW = 100_003

/** Letters painted one after the other, alike and beside each other. */
export type Run = {
  readonly glyphs: Glyph[]
  readonly pale: boolean
  readonly size: number
  readonly page: number
  text: string
  left: boolean
}

/** How much a letter stands out from its ground. */
export const inkOf = ({ shade, ground }: Glyph): number => contrast(shade ?? 0, ground ?? WHITE)
export const isPale = (glyph: Glyph): boolean => glyph.shade !== undefined && inkOf(glyph) < PALE

const isOfRun = (run: Run | undefined, glyph: Glyph): boolean => {
  const last = run?.glyphs.at(-1)
  if (last === undefined || last.ink !== glyph.ink || last.shade !== glyph.shade || Math.abs(last.size - glyph.size) > 0.1) return false
  const [right, down] = [glyph.x0 - last.x1, Math.abs(glyph.y - last.y)]
  const follows = right > KERNED * glyph.size && right < NEXT_LETTER * glyph.size
  return follows ? down < glyph.size / 4 : Math.abs(glyph.x0 - last.x0) < 1 && down < 2 * glyph.size
}

/** The runs of a page, in the order of painting. */
export const runsOf = (glyphs: readonly Glyph[], page: number): Run[] => {
  const runs: Run[] = []
  for (const glyph of glyphs) {
    const open = runs.at(-1)
    if (open !== undefined && isOfRun(open, glyph)) {
      open.glyphs.push(glyph)
      open.text += glyph.text
    } else runs.push({ glyphs: [glyph], pale: isPale(glyph), size: glyph.size, page, text: glyph.text, left: false })
  }
  return runs
}

const inkBoxOf = ({ x0, x1, y, size }: Glyph) => ({
  left: x0 + (x1 - x0) * 0.1,
  right: x1 - (x1 - x0) * 0.1,
  top: y - size * 0.3,
  bottom: y + size * 0.3,
})

/** A second print of a letter, which makes it bold or gives it a shadow. */
const isSecondPrint = (a: Glyph, b: Glyph): boolean =>
  a.text === b.text &&
  Math.abs(a.x0 - b.x0) < 0.25 * a.size &&
  Math.abs(a.y - b.y) < 0.25 * a.size &&
  Math.abs(a.size - b.size) < 0.1 * a.size

const overlaps = (a: Glyph, b: Glyph): boolean => {
  if (a.x1 <= b.x0 || b.x1 <= a.x0 || isSecondPrint(a, b)) return false
  const [one, other] = [inkBoxOf(a), inkBoxOf(b)]
  return areaOf(common(one, other)) > OVERLAP * Math.min(areaOf(one), areaOf(other))
}

export type Pair = { readonly a: Glyph; readonly b: Glyph; readonly runA: Run; readonly runB: Run }

type Placed = { readonly glyph: Glyph; readonly run: Run }

const squareOf = (place: number): number => Math.floor(place / SQUARE)

/** Letters of different runs that lie on each other; `count` is told of every comparison that may be needed. */
export const overlappingPairs = (runs: readonly Run[], count: (comparisons: number) => void): Pair[] => {
  const squares = new Map<number, Placed[]>()
  const pairs: Pair[] = []
  const meet = ({ glyph, run }: Placed, there: readonly Placed[], met: Set<Glyph>) => {
    count(there.length)
    for (const other of there) {
      if (other.run === run || !overlaps(glyph, other.glyph) || met.has(other.glyph)) continue
      met.add(other.glyph)
      pairs.push({ a: glyph, b: other.glyph, runA: run, runB: other.run })
    }
  }
  const place = (placed: Placed) => {
    const { left, right, top, bottom } = inkBoxOf(placed.glyph)
    const met = new Set<Glyph>()
    const lastRow = Math.min(squareOf(bottom), squareOf(top) + MOST_SQUARES)
    const lastColumn = Math.min(squareOf(right), squareOf(left) + MOST_SQUARES)
    for (let row = squareOf(top); row <= lastRow; row++)
      for (let column = squareOf(left); column <= lastColumn; column++) {
        const square = row * ROW + column
        const there = squares.get(square)
        if (there === undefined) squares.set(square, [placed])
        else {
          meet(placed, there, met)
          there.push(placed)
        }
      }
  }
  for (const run of runs) for (const glyph of run.glyphs) place({ glyph, run })
  return pairs
}
