import { apply, type Matrix, type Point } from './matrix.ts'
import { boxAround } from './regions.ts'

/** `unseen`: drawn in white, or not at all; a table's rule none the less. */
export type Segment = { readonly from: Point; readonly to: Point; readonly unseen?: true }

/** A shape no thicker than this is a line, drawn as a thin rectangle. */
export const LINE_THICKNESS = 3
/** A page with more lines is refused: without some of them its tables might be read wrong. */
export const MOST_SEGMENTS = 100_000
export const tooManyLines = `每页${MOST_SEGMENTS}条线`
const [MOVE, LINE, CUBIC, QUADRATIC, CLOSE] = [0, 1, 2, 3, 4]
/** How many numbers follow each code; the last two of them are the point that it leads to. */
const OPERANDS = new Map([
  [MOVE, 2],
  [LINE, 2],
  [CUBIC, 6],
  [QUADRATIC, 4],
  [CLOSE, 0],
])

/** So many pieces a curve is cut into, where its course matters. */
const PIECES = 4

/** Points on a curve of two or three controls, its start left out. */
const curvePoints = (start: Point, controls: readonly Point[], pieces: number): Point[] =>
  Array.from({ length: pieces }, (_, index): Point => {
    const t = (index + 1) / pieces
    let points = [start, ...controls]
    while (points.length > 1)
      points = points.slice(1).map(([x, y], at): Point => {
        const [fromX, fromY] = points[at] ?? [x, y]
        return [fromX + (x - fromX) * t, fromY + (y - fromY) * t]
      })
    return points[0] ?? start
  })

/** The corners of each part of a path. Of curves only the ends, none of them being a rule, or (`round`) points on them. */
export const partsOf = (path: ArrayLike<number>, matrix: Matrix, round = false): Point[][] => {
  const parts: Point[][] = []
  let open: Point[] = []
  for (let at = 0; at < path.length; ) {
    const code = path[at] ?? CLOSE
    const operands = OPERANDS.get(code)
    if (operands === undefined) return parts
    const point = code === CLOSE ? open[0] : apply(matrix, path[at + operands - 1] ?? 0, path[at + operands] ?? 0)
    if (code === MOVE || parts.length === 0) {
      open = []
      parts.push(open)
    }
    const last = open.at(-1)
    if (round && operands > 2 && last !== undefined) {
      const controls = Array.from({ length: operands / 2 }, (_, index) =>
        apply(matrix, path[at + 1 + index * 2] ?? 0, path[at + 2 + index * 2] ?? 0),
      )
      open.push(...curvePoints(last, controls, PIECES))
    } else if (point !== undefined) open.push(point)
    at += 1 + operands
  }
  return parts
}

export const hasCurves = (path: ArrayLike<number>): boolean => {
  for (let at = 0; at < path.length; ) {
    const operands = OPERANDS.get(path[at] ?? CLOSE)
    if (operands === undefined) return false
    if (operands > 2) return true
    at += 1 + operands
  }
  return false
}

/** The lines that one part of a path draws; a dot is one both ways, since a row of dots is a line. */
const linesOfPart = (corners: readonly Point[], stroked: boolean): Segment[] => {
  const { left, right, top: low, bottom: high } = boxAround(corners)
  const [across, up] = [right - left, high - low]
  const [x, y] = [(left + right) / 2, (low + high) / 2]
  const lines: Segment[] = []
  if (up <= LINE_THICKNESS) lines.push({ from: [left, y], to: [right, y] })
  if (across <= LINE_THICKNESS) lines.push({ from: [x, low], to: [x, high] })
  if (lines.length > 0 || !stroked) return lines
  return corners.slice(1).map((to, index) => ({ from: corners[index] ?? to, to }))
}

/** The straight lines of a painted path; a large filled area has none. */
export const segmentsOf = (parts: readonly (readonly Point[])[], stroked: boolean): Segment[] =>
  parts.filter(({ length }) => length > 1).flatMap((corners) => linesOfPart(corners, stroked))
