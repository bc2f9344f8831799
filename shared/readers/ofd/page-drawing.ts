import { startDeadline } from '../deadline.ts'
import { mostGlyphs } from '../page-layout/budget.ts'
import { type Clip, clipped, clippedRegions, leftOf, UNCLIPPED } from '../page-layout/clips.ts'
import type { Area, Drawing, DrawnGlyph, DrawnPicture } from '../page-layout/drawing.ts'
import type { Ink } from '../page-layout/ink.ts'
import { apply, type Matrix, multiply, type Point } from '../page-layout/matrix.ts'
import type { Box } from '../page-layout/page-content.ts'
import { paintedBy } from '../page-layout/painting.ts'
import { EVERYTHING } from '../page-layout/regions.ts'
import { LINE_THICKNESS, MOST_SEGMENTS, partsOf, type Segment, tooManyLines } from '../page-layout/shapes.ts'
import { type ReadLimits, tooDeep, tooLong, UnreadableError } from '../reader.ts'
import { CLOSE, END, OPEN, type Token, XmlScanner } from '../xml/scanner.ts'
import { BLACK, UNKNOWN } from './colours.ts'
import { type GraphicObject, inkOf, openObject, type Surroundings } from './graphic-object.ts'
import { isFalse, numberOf, numbersOf, OFD } from './names.ts'
import { readInto } from './object-content.ts'
import { pathOf } from './path-data.ts'
import { paramOf, type Resources } from './resources.ts'
import { glyphsOf, type PlacedLetter } from './text-code.ts'

/** Millimetres from the top left corner, as the format counts, in points with y growing upwards, as a PDF does. */
export const POINTS = 72 / 25.4
const TO_POINTS: Matrix = [POINTS, 0, 0, -POINTS, 0, 0]

/** In what order things are painted: what lies behind the page, its own layers, what lies before it and over it. */
export type Rank = 'background' | 'page' | 'foreground' | 'note'
const RANKS: Readonly<Record<Rank, number>> = { background: 0, page: 3, foreground: 6, note: 9 }
const LAYER_RANKS: Readonly<Record<string, number>> = { Background: 0, Body: 1, Foreground: 2 }
const STEPS_IN_RANK = 1e9

/** In ems: how far a letter may stand over the boundary of its object, at which programs cut it off, or do not. */
const OVER_BOUNDARY = 0.3
/** Drawings that are placed within drawings. */
const DEEPEST = 8
const CONTENT = new Set(['ofd:Layer', 'ofd:PageBlock', 'ofd:TextObject', 'ofd:PathObject', 'ofd:ImageObject', 'ofd:CompositeObject'])

export type DrawPart = { readonly rank: Rank; readonly layer?: Ink['layer']; readonly matrix?: Matrix; readonly clip?: Clip }

/** The tokens within the element just opened. */
const within = (xml: XmlScanner): (() => Token) => {
  const { depth } = xml
  return () => {
    const token = xml.next()
    return xml.depth >= depth ? token : END
  }
}

const isDigit = (text: string): boolean => /^[\d０-９]$/.test(text)

const isOutside = ({ middle: [x, y], size }: PlacedLetter, { left, right, top, bottom }: Box): boolean => {
  const over = size * OVER_BOUNDARY
  return x < left - over || x > right + over || y < top - over || y > bottom + over
}

/** What the parts of one page draw: the page itself, the templates behind and before it, and what was laid over it. */
export class PageDrawing implements Drawing {
  readonly glyphs: DrawnGlyph[] = []
  readonly segments: Segment[] = []
  readonly pictures: DrawnPicture[] = []
  readonly areas: Area[] = []
  readonly unread: Box[] = []
  shapes = 0
  hidden = false
  private readonly limits: ReadLimits
  private readonly resources: Resources
  private readonly step: () => void
  private painted = 0
  private base = 0
  private layer: Ink['layer'] = 'page'

  constructor(limits: ReadLimits, resources: Resources) {
    this.limits = limits
    this.resources = resources
    this.step = startDeadline(limits)
  }

  /** Draws what a part holds. */
  draw(part: Uint8Array, { rank, layer = 'page', matrix = TO_POINTS, clip = UNCLIPPED }: DrawPart): void {
    this.layer = layer
    this.base = RANKS[rank] * STEPS_IN_RANK
    const xml = new XmlScanner(part, OFD)
    this.drawContent(xml, () => xml.next(), { matrix, clip, opacity: 1, param: {}, resources: this.resources }, 0)
  }

  /** Draws the objects of the element just opened, which lies over the page. */
  drawWithin(xml: XmlScanner, { rank, layer = 'page', matrix = TO_POINTS, clip = UNCLIPPED }: DrawPart): void {
    this.layer = layer
    this.base = RANKS[rank] * STEPS_IN_RANK
    this.drawContent(xml, within(xml), { matrix, clip, opacity: 1, param: {}, resources: this.resources }, 0)
  }

  private get order(): number {
    return this.base + this.painted++
  }

  private drawContent(xml: XmlScanner, next: () => Token, around: Surroundings, depth: number): void {
    let surroundings = around
    let object: GraphicObject | undefined
    const start = this.base
    for (let token = next(); token !== END; token = next()) {
      this.step()
      if (token === CLOSE && object !== undefined && xml.name === object.name) {
        this.paint(object, depth)
        object = undefined
      }
      if (token !== OPEN) continue
      if (!CONTENT.has(xml.name)) {
        if (object !== undefined) readInto(object, xml, surroundings)
        continue
      }
      const attributes = xml.attributes()
      if (isFalse(attributes.get('Visible'))) this.skipHidden(xml)
      else if (xml.name === 'ofd:Layer') {
        this.base = start + (LAYER_RANKS[attributes.get('Type') ?? 'Body'] ?? 1) * STEPS_IN_RANK
        surroundings = { ...around, param: paramOf(this.resources, attributes.get('DrawParam')) }
      } else if (xml.name !== 'ofd:PageBlock') object = openObject(xml.name, attributes, surroundings)
    }
    this.base = start
  }

  private skipHidden(xml: XmlScanner): void {
    const { depth } = xml
    for (let token = xml.next(); token !== END && xml.depth >= depth; token = xml.next())
      if (token === OPEN && xml.name === 'ofd:TextCode') this.hidden = true
  }

  private paint(object: GraphicObject, depth: number): void {
    if (object.name === 'ofd:TextObject') this.paintText(object)
    else if (object.name === 'ofd:PathObject') for (const data of object.paths) this.paintPath(object, data)
    else if (object.name === 'ofd:ImageObject') this.paintPicture(object)
    else this.paintUnit(object, depth)
  }

  private paintText(object: GraphicObject): void {
    const ink = inkOf(object, object.fills ? 'fill' : 'stroke', BLACK, this.layer)
    const never = !(object.fills || object.strokes) || ink.opacity <= 0
    const { order } = this
    const style = {
      matrix: object.matrix,
      size: numberOf(object.attributes.get('Size'), 0),
      font: object.attributes.get('Font') ?? '',
      scale: numberOf(object.attributes.get('HScale'), 1),
      turned: numberOf(object.attributes.get('CharDirection'), 0),
    }
    for (const { run, content } of object.texts)
      for (const letter of glyphsOf(content, run, style)) {
        const shown = never || !(letter.size > 1) || letter.width <= 0 ? 'none' : leftOf(object.clip, letter)
        if (shown === 'none') {
          this.hidden = true
          continue
        }
        const doubtful = object.doubtful || shown === 'part' || (isDigit(letter.text) && isOutside(letter, object.bounds))
        this.glyphs.push({ ...letter, ink, order, doubtful })
      }
    const characters = mostGlyphs(this.limits)
    if (this.glyphs.length > characters) throw new UnreadableError('too-complex', tooLong({ characters }))
  }

  private paintPath(object: GraphicObject, data: string): void {
    const path = pathOf(data)
    const lineWidth = object.lineWidth * POINTS
    const fill = object.fills ? inkOf(object, 'fill', UNKNOWN, this.layer) : undefined
    const stroke = object.strokes ? inkOf(object, 'stroke', BLACK, this.layer) : undefined
    const isThick = lineWidth > LINE_THICKNESS
    const [isFilled, isStroked] = [fill !== undefined && fill.opacity > 0, stroke !== undefined && stroke.opacity > 0]
    if (!isFilled && !isStroked) return
    const found = paintedBy({
      parts: partsOf(path, object.matrix, true),
      corners: partsOf(path, object.matrix),
      ...(isFilled && { fill }),
      ...(isStroked && { stroke }),
      lineWidth,
    })
    // A stroke as thick as this fills an area.
    if (isFilled || !isThick) for (const segment of found.segments) this.segments.push(segment)
    for (const box of found.letterLike) this.unread.push(box)
    for (const { region, ink } of found.areas) this.areas.push({ regions: clippedRegions(object.clip, region), ink, order: this.order })
    if (found.isShape) this.shapes++
    if (this.segments.length > MOST_SEGMENTS) throw new UnreadableError('too-complex', tooManyLines)
  }

  private paintPicture({ bounds, opacity, clip, attributes }: GraphicObject): void {
    if (opacity <= 0 || bounds === EVERYTHING) return
    const box = clipped(clip, { ...bounds, evenOdd: false }).box
    const corners: Point[] = [
      [box.left, box.top],
      [box.right, box.top],
      [box.right, box.bottom],
      [box.left, box.bottom],
    ]
    const opaque = opacity >= 1 ? this.resources.opaquePictures.has(attributes.get('ResourceID') ?? '') || undefined : undefined
    this.pictures.push({ corners, opaque, order: this.order })
  }

  /** A seal lies over all else, and may let shine through what lies under it. */
  laySeal(boundary: string): void {
    const { box } = placedAt(boundary).clip
    if (box === UNCLIPPED.box) return
    const corners: Point[] = [
      [box.left, box.top],
      [box.right, box.top],
      [box.right, box.bottom],
      [box.left, box.bottom],
    ]
    this.base = RANKS.note * STEPS_IN_RANK
    this.pictures.push({ corners, opaque: undefined, order: this.order })
  }

  /** A drawing that stands in the resources, placed here. */
  private paintUnit(object: GraphicObject, depth: number): void {
    const id = object.attributes.get('ResourceID') ?? ''
    const part = this.resources.units.get(id)
    if (part === undefined) return
    if (depth >= DEEPEST) throw new UnreadableError('too-complex', tooDeep({ nesting: DEEPEST }))
    const xml = new XmlScanner(part, OFD)
    for (let token = xml.next(); token !== END; token = xml.next()) {
      if (token !== OPEN || xml.name !== 'ofd:CompositeGraphicUnit' || xml.attribute('ID') !== id) continue
      const { matrix, opacity, clip } = object
      this.drawContent(xml, within(xml), { matrix, opacity, clip, param: {}, resources: this.resources }, depth + 1)
      return
    }
  }
}

/** What an annotation draws is told from its own corner. */
export const placedAt = (boundary: string | undefined): { matrix: Matrix; clip: Clip } => {
  const [x = 0, y = 0, width = 0, height = 0] = numbersOf(boundary)
  const matrix = multiply(TO_POINTS, [1, 0, 0, 1, x, y])
  const [[left, top], [right, bottom]] = [apply(matrix, 0, 0), apply(matrix, width, height)]
  const box = { left, right, top: Math.min(top, bottom), bottom: Math.max(top, bottom) }
  return { matrix, clip: width > 0 && height > 0 ? clipped(UNCLIPPED, { ...box, evenOdd: false }) : UNCLIPPED }
}
