import { type Ink, lightness } from './ink.ts'
import type { Point } from './matrix.ts'
import type { Box } from './page-content.ts'
import { boxAround, isRectangle, type Region, regionOf } from './regions.ts'
import { LINE_THICKNESS, type Segment, segmentsOf } from './shapes.ts'

/** A path about to be painted, in the coordinates of the page. */
export type Painting = {
  /** Its corners, and points on its curves. */
  readonly parts: readonly (readonly Point[])[]
  /** Its corners, of curves the ends only. */
  readonly corners: readonly (readonly Point[])[]
  readonly fill?: Ink | undefined
  readonly evenOdd?: boolean
  readonly stroke?: Ink | undefined
  /** Of the stroke, in points. */
  readonly lineWidth: number
}

export type Painted = {
  readonly segments: readonly Segment[]
  readonly areas: readonly { readonly region: Region; readonly ink: Ink }[]
  /** Shapes that may be letters, drawn. */
  readonly letterLike: readonly Box[]
  /** Whether it is anything but lines. */
  readonly isShape: boolean
}

/** In points: the least and greatest height and width of a shape that may be a letter. */
const [LEAST_HEIGHT, LEAST_WIDTH, GREATEST] = [4, 0.8, 30]
const NEARLY_WHITE = 0.85

const isVisible = (ink: Ink | undefined): boolean =>
  ink !== undefined && ink.opacity > 0 && (ink.colour === undefined || lightness(ink.colour) < NEARLY_WHITE)

const isLevel = ([x0, y0]: Point, [x1, y1]: Point): boolean => Math.abs(x0 - x1) < 0.5 || Math.abs(y0 - y1) < 0.5

/** A filled outline that is no rectangle, or a stroke of several pieces that leans somewhere. */
const isLetterLike = (corners: readonly Point[], filled: boolean): boolean => {
  const { left, right, top, bottom } = boxAround(corners)
  const [width, height] = [right - left, bottom - top]
  if (height < LEAST_HEIGHT || width < LEAST_WIDTH || Math.max(width, height) > GREATEST || isRectangle(corners)) return false
  return filled
    ? corners.length > 4
    : corners.length > 2 && corners.some((corner, index) => index > 0 && !isLevel(corners[index - 1] ?? corner, corner))
}

const isSolid = (corners: readonly Point[]): boolean => {
  if (corners.length < 3) return false
  const { left, right, top, bottom } = boxAround(corners)
  return right - left > LINE_THICKNESS && bottom - top > LINE_THICKNESS
}

/** The areas that a filled path covers: rectangles each for itself. */
const filledAreas = (parts: readonly (readonly Point[])[], evenOdd: boolean): Region[] => {
  const solid = parts.filter(isSolid)
  if (solid.length === 0) return []
  return solid.every(isRectangle) && (!evenOdd || solid.length === 1)
    ? solid.map((part) => regionOf([part], false))
    : [regionOf(parts, evenOdd)]
}

/** The areas under the pieces of a thick stroke. */
const strokedAreas = (parts: readonly (readonly Point[])[], lineWidth: number): Region[] =>
  parts.flatMap((corners) =>
    corners.slice(1).flatMap(([x1, y1], index) => {
      const [x0, y0] = corners[index] ?? [x1, y1]
      const length = Math.hypot(x1 - x0, y1 - y0)
      if (length === 0) return []
      const [across, up] = [((y0 - y1) / length) * (lineWidth / 2), ((x1 - x0) / length) * (lineWidth / 2)]
      const around: Point[] = [
        [x0 + across, y0 + up],
        [x1 + across, y1 + up],
        [x1 - across, y1 - up],
        [x0 - across, y0 - up],
      ]
      return [regionOf([around], false)]
    }),
  )

/** What a painted path adds to a page. */
export const paintedBy = ({ parts, corners, fill, evenOdd = false, stroke, lineWidth }: Painting): Painted => {
  const visible = isVisible(fill) || isVisible(stroke)
  const segments = segmentsOf(corners, stroke !== undefined).map((segment) => (visible ? segment : { ...segment, unseen: true as const }))
  const letterLike = visible ? parts.filter((part) => isLetterLike(part, fill !== undefined)).map(boxAround) : []
  return {
    segments,
    letterLike,
    isShape: segments.length === 0,
    areas: [
      ...(fill === undefined || fill.opacity <= 0 ? [] : filledAreas(parts, evenOdd).map((region) => ({ region, ink: fill }))),
      ...(stroke === undefined || stroke.opacity <= 0 || lineWidth <= LINE_THICKNESS
        ? []
        : strokedAreas(parts, lineWidth).map((region) => ({ region, ink: stroke }))),
    ],
  }
}
