import { plainCharacters } from './characters.ts'
import type { Drawing } from './drawing.ts'
import type { Point } from './matrix.ts'
import { type Box, contains, type Glyph, type PageContent, type Rule } from './page-content.ts'
import type { Segment } from './shapes.ts'

/** Text that leans more than this from an axis is a watermark or a stamp. */
const MOST_LEAN = 0.1
/** How far the two ends of a line may be apart across its direction. */
const MOST_SLOPE = 1

type Quarter = 0 | 1 | 2 | 3

/** How many quarters the text is turned anticlockwise; undefined where it leans. */
const quarterOf = ([x, y]: Point): Quarter | undefined => {
  if (Math.abs(y) <= MOST_LEAN) return x > 0 ? 0 : 2
  if (Math.abs(x) <= MOST_LEAN) return y > 0 ? 1 : 3
  return undefined
}

const turns: Record<Quarter, (point: Point) => Point> = {
  0: ([x, y]) => [x, -y],
  1: ([x, y]) => [y, x],
  2: ([x, y]) => [-x, y],
  3: ([x, y]) => [-y, -x],
}

const boxOf = (points: readonly Point[]): Box => {
  const [xs, ys] = [points.map(([x]) => x), points.map(([, y]) => y)]
  return { left: Math.min(...xs), right: Math.max(...xs), top: Math.min(...ys), bottom: Math.max(...ys) }
}

/** The quarter in which most glyphs read; what a file says about its pages' rotation cannot be trusted. */
const mainQuarter = (quarters: readonly (Quarter | undefined)[]): Quarter => {
  const counts = [0, 0, 0, 0]
  for (const quarter of quarters) if (quarter !== undefined) counts[quarter] = (counts[quarter] ?? 0) + 1
  const most = counts.indexOf(Math.max(...counts))
  return most === 1 || most === 2 || most === 3 ? most : 0
}

const rulesOf = (segments: readonly Segment[], turn: (point: Point) => Point): { horizontals: Rule[]; verticals: Rule[] } => {
  const [horizontals, verticals]: [Rule[], Rule[]] = [[], []]
  for (const { from, to } of segments) {
    const [[x0, y0], [x1, y1]] = [turn(from), turn(to)]
    if (Math.abs(y0 - y1) <= MOST_SLOPE) horizontals.push({ at: (y0 + y1) / 2, from: Math.min(x0, x1), to: Math.max(x0, x1) })
    if (Math.abs(x0 - x1) <= MOST_SLOPE) verticals.push({ at: (x0 + x1) / 2, from: Math.min(y0, y1), to: Math.max(y0, y1) })
  }
  return { horizontals, verticals }
}

/** Turns a page to where most of its text stands upright, and measures it from its top left corner. */
export const upright = ({ glyphs, segments, pictures, shapes }: Drawing, view: readonly number[]): PageContent => {
  const quarters = glyphs.map(({ direction }) => quarterOf(direction))
  const main = mainQuarter(quarters)
  const turnBack = turns[main]
  const [left = 0, bottom = 0, right = 0, top = 0] = view
  const page = boxOf([turnBack([left, bottom]), turnBack([right, top])])
  const turn = (point: Point): Point => {
    const [x, y] = turnBack(point)
    return [x - page.left, y - page.top]
  }
  const [width, height] = [page.right - page.left, page.bottom - page.top]
  // A table wider than its page runs on over the edge.
  const paper: Box = { left: -width / 2, top: 0, right: width * 1.5, bottom: height }

  const placed: Glyph[] = []
  for (const [index, { text, middle, width: along, size, font }] of glyphs.entries()) {
    const quarter = quarters[index]
    const [x, y] = turn(middle)
    if (quarter === undefined || !contains(paper, x, y)) continue
    const characters = plainCharacters(text)
    const half = ((quarter - main) % 2 === 0 ? along : size) / 2
    if (characters !== '') placed.push({ text: characters, x0: x - half, x1: x + half, y, size, font })
  }
  return {
    width,
    height,
    glyphs: placed,
    ...rulesOf(segments, turn),
    pictures: pictures.map((corners) => boxOf(corners.map(turn))),
    shapes,
  }
}
