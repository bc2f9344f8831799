import { clippedRegions, leftOf } from '../page-layout/clips.ts'
import type { Area, Drawing, DrawnGlyph, DrawnPicture } from '../page-layout/drawing.ts'
import type { Ink } from '../page-layout/ink.ts'
import { apply, type Matrix, type Point } from '../page-layout/matrix.ts'
import type { Box } from '../page-layout/page-content.ts'
import { type Painting, paintedBy } from '../page-layout/painting.ts'
import { MOST_SEGMENTS, type Segment, tooManyLines } from '../page-layout/shapes.ts'
import { UnreadableError } from '../reader.ts'
import { type GraphicsState, startInks } from './graphics-state.ts'
import { drawText, isStroked, type ShownText, visibilityOf } from './text-drawing.ts'

const UNIT_SQUARE: readonly Point[] = [
  [0, 0],
  [1, 0],
  [1, 1],
  [0, 1],
]
/** Letters lower than this share of the page's height are no more than dust. */
const DUST = 1 / 1000

const isPlain = ({ fillOpacity, groupOpacity, blend, masked }: GraphicsState): boolean =>
  fillOpacity * groupOpacity >= 1 && blend === 'normal' && !masked

/** Puts what is painted on one page down, in the order of painting. */
export class PagePainter implements Drawing {
  readonly glyphs: DrawnGlyph[] = []
  readonly segments: Segment[] = []
  readonly pictures: DrawnPicture[] = []
  readonly areas: Area[] = []
  readonly unread: Box[]
  shapes = 0
  hidden = false
  readonly inkOf = startInks()
  private order = 0
  private readonly least: number

  constructor(view: readonly number[], unread: readonly Box[]) {
    this.unread = [...unread]
    this.least = Math.abs((view[3] ?? 0) - (view[1] ?? 0)) * DUST
  }

  /** A picture fills the unit square. */
  paintPicture(state: GraphicsState, hasOpaquePictures: () => boolean): void {
    const corners = UNIT_SQUARE.map(([x, y]) => apply(state.ctm, x, y))
    this.pictures.push({ corners, opaque: isPlain(state) && hasOpaquePictures() ? true : undefined, order: this.order++ })
  }

  paintPath({ clip }: GraphicsState, painting: Painting): void {
    const found = paintedBy(painting)
    for (const segment of found.segments) this.segments.push(segment)
    for (const box of found.letterLike) this.unread.push(box)
    for (const { region, ink } of found.areas) this.areas.push({ regions: clippedRegions(clip, region), ink, order: this.order++ })
    if (found.isShape) this.shapes++
    if (this.segments.length > MOST_SEGMENTS) throw new UnreadableError('too-complex', tooManyLines)
  }

  /** A gradient fills all that the clip leaves. */
  paintGradient(state: GraphicsState, layer: Ink['layer']): void {
    const { clip } = state
    this.areas.push({
      regions: clippedRegions(clip, { ...clip.box, evenOdd: false }),
      ink: { ...this.inkOf(state, false, layer), colour: undefined },
      order: this.order++,
    })
  }

  /** Puts a run of letters down, those of it that may be seen; gives the text matrix behind it. */
  paintText(text: ShownText, state: GraphicsState, textMatrix: Matrix, layer: Ink['layer'], isOff: boolean): Matrix {
    const ink = this.inkOf(state, isStroked(state.mode), layer)
    const visibility = isOff || ink.opacity <= 0 ? 'never' : visibilityOf(state)
    const order = this.order++
    return drawText(text, state, textMatrix, (letter, middle, direction, width, size) => {
      const doubtful = visibility === 'perhaps'
      const glyph = { text: letter, middle, direction, width, size, font: state.fontName, ink, order, doubtful, shade: 0, ground: 0 }
      const left = visibility === 'never' || !(size > this.least) ? 'none' : leftOf(state.clip, glyph)
      if (left === 'none') this.hidden ||= letter.trim() !== ''
      else {
        if (left === 'part') glyph.doubtful = true
        this.glyphs.push(glyph)
      }
    })
  }
}
