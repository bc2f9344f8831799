import { plainCharacters } from './characters.ts'
import type { DrawnGlyph, DrawnPicture } from './drawing.ts'
import type { Point } from './matrix.ts'
import { type Box, contains, type Glyph, type PageContent, type Rule } from './page-content.ts'
import { boxAround } from './regions.ts'
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

/** What is seen on a page, in the coordinates of the file. */
export type SeenPage = {
  readonly glyphs: readonly DrawnGlyph[]
  readonly segments: readonly Segment[]
  readonly pictures: readonly DrawnPicture[]
  readonly unread: readonly Box[]
  readonly shapes: number
  /** Left, bottom, right and top of what is shown of the page. */
  readonly view: readonly number[]
}

/** Turns a page to where most of its text stands upright, and measures it from its top left corner. */
export const upright = ({ glyphs, segments, pictures, unread, shapes, view }: SeenPage): PageContent => {
  const quarters = glyphs.map(({ direction }) => quarterOf(direction))
  const main = mainQuarter(quarters)
  const turnBack = turns[main]
  const [left = 0, bottom = 0, right = 0, top = 0] = view
  const page = boxAround([turnBack([left, bottom]), turnBack([right, top])])
  const turn = (point: Point): Point => {
    const [x, y] = turnBack(point)
    return [x - page.left, y - page.top]
  }
  const [width, height] = [page.right - page.left, page.bottom - page.top]
  const paper: Box = { left: 0, top: 0, right: width, bottom: height }
  // A table wider than its page runs on over the edge: what stands there is not seen, but the table is known to have it.
  const around: Box = { left: -width / 2, top: 0, right: width * 1.5, bottom: height }

  const placed: Glyph[] = []
  for (const [index, { text, middle, width: along, size, font, ink, shade, ground, doubtful }] of glyphs.entries()) {
    const quarter = quarters[index]
    const [x, y] = turn(middle)
    if (quarter === undefined || !contains(around, x, y)) continue
    const characters = plainCharacters(text)
    if (characters === '') continue
    const half = ((quarter - main) % 2 === 0 ? along : size) / 2
    placed.push({
      text: characters,
      x0: x - half,
      x1: x + half,
      y,
      size,
      font,
      ink,
      shade,
      ground,
      doubtful: doubtful || !contains(paper, x, y),
    })
  }
  const turnBox = (box: Box): Box => boxAround([turn([box.left, box.top]), turn([box.right, box.bottom])])
  return {
    width,
    height,
    glyphs: placed,
    ...rulesOf(segments, turn),
    pictures: pictures.map(({ corners }) => boxAround(corners.map(turn))),
    unread: unread.map(turnBox),
    shapes,
  }
}
