import { startDeadline } from '../deadline.ts'
import { mostGlyphs } from '../page-layout/budget.ts'
import type { Drawing, DrawnGlyph } from '../page-layout/drawing.ts'
import { apply, type Matrix, matrixOf, multiply, type Point } from '../page-layout/matrix.ts'
import { LINE_THICKNESS, MOST_SEGMENTS, type Segment, segmentsOf, tooManyLines } from '../page-layout/shapes.ts'
import { type ReadLimits, tooLong, UnreadableError } from '../reader.ts'
import { CLOSE, END, OPEN, TEXT, XmlScanner } from '../xml/scanner.ts'
import { numbersOf, OFD } from './names.ts'
import { pathOf } from './path-data.ts'
import { glyphsOf, type TextRun, type TextStyle } from './text-code.ts'

/** Millimetres from the top left corner, as the format counts, in points with y growing upwards, as a PDF does. */
export const POINTS = 72 / 25.4
const TO_POINTS: Matrix = [POINTS, 0, 0, -POINTS, 0, 0]

const isFalse = (stated: string | undefined): boolean => stated === 'false' || stated === '0'
const isTrue = (stated: string | undefined): boolean => stated === 'true' || stated === '1'

/** From an object's own coordinates to the page. */
const matrixOfObject = (xml: XmlScanner): Matrix => {
  const [x = 0, y = 0] = numbersOf(xml.attribute('Boundary'))
  return multiply(TO_POINTS, multiply([1, 0, 0, 1, x, y], matrixOf(numbersOf(xml.attribute('CTM')))))
}

const numberOf = (stated: string | undefined, otherwise: number): number => {
  const number = stated === undefined ? Number.NaN : Number(stated)
  return Number.isFinite(number) ? number : otherwise
}

type Stroke = { readonly matrix: Matrix; readonly stroked: boolean; readonly filled: boolean }

/** What the parts of one page draw: the page itself and the templates behind it. */
export class PageDrawing implements Drawing {
  readonly glyphs: DrawnGlyph[] = []
  readonly segments: Segment[] = []
  readonly pictures: (readonly Point[])[] = []
  shapes = 0
  /** Text was there that is said to be invisible. */
  hidden = false
  private readonly limits: ReadLimits
  private readonly step: () => void
  private style: TextStyle | undefined
  private run: TextRun = { x: 0, y: 0, deltaX: undefined, deltaY: undefined }
  private stroke: Stroke | undefined

  constructor(limits: ReadLimits) {
    this.limits = limits
    this.step = startDeadline(limits)
  }

  /** Draws what a part holds. */
  draw(part: Uint8Array): void {
    const xml = new XmlScanner(part, OFD)
    for (let token = xml.next(); token !== END; token = xml.next()) {
      if (token === TEXT || token === CLOSE) continue
      this.step()
      if (token === OPEN) this.open(xml)
    }
  }

  private open(xml: XmlScanner): void {
    switch (xml.name) {
      case 'ofd:TextObject':
        this.openText(xml)
        break
      case 'ofd:TextCode':
        this.showText(xml)
        break
      case 'ofd:PathObject':
        this.openPath(xml)
        break
      case 'ofd:AbbreviatedData':
        this.paintPath(contentOf(xml))
        break
      case 'ofd:ImageObject':
        this.addPicture(xml)
        break
      case 'ofd:Clips':
      case 'ofd:Pattern':
        xml.skip()
        break
    }
  }

  private openText(xml: XmlScanner): void {
    if (isFalse(xml.attribute('Visible')) || xml.attribute('Alpha') === '0') {
      this.hidden = true
      xml.skip()
      return
    }
    this.style = {
      matrix: matrixOfObject(xml),
      size: numberOf(xml.attribute('Size'), 0),
      font: xml.attribute('Font') ?? '',
      scale: numberOf(xml.attribute('HScale'), 1),
      turned: numberOf(xml.attribute('CharDirection'), 0),
    }
    this.run = { x: 0, y: 0, deltaX: undefined, deltaY: undefined }
  }

  /** A run that does not say where it begins begins where the one before it did. */
  private showText(xml: XmlScanner): void {
    const { run, style } = this
    this.run = {
      x: numberOf(xml.attribute('X'), run.x),
      y: numberOf(xml.attribute('Y'), run.y),
      deltaX: xml.attribute('DeltaX'),
      deltaY: xml.attribute('DeltaY'),
    }
    const text = contentOf(xml)
    if (style === undefined) return
    // A line break is the file's: it has no width that distances could count.
    for (const glyph of glyphsOf(text.replace(/^\s*\n\s*|\s*\n\s*$/g, ''), this.run, style)) this.glyphs.push(glyph)
    const characters = mostGlyphs(this.limits)
    if (this.glyphs.length > characters) throw new UnreadableError('too-complex', tooLong({ characters }))
  }

  private openPath(xml: XmlScanner): void {
    const isVisible = !isFalse(xml.attribute('Visible')) && xml.attribute('Alpha') !== '0'
    // A stroke as thick as this fills an area.
    const isThick = numberOf(xml.attribute('LineWidth'), 0) * POINTS > LINE_THICKNESS
    const stroked = isVisible && !isThick && !isFalse(xml.attribute('Stroke'))
    this.stroke = { matrix: matrixOfObject(xml), stroked, filled: isVisible && isTrue(xml.attribute('Fill')) }
  }

  private paintPath(data: string): void {
    const { stroke } = this
    this.stroke = undefined
    if (stroke === undefined || !(stroke.stroked || stroke.filled)) return
    const found = segmentsOf(pathOf(data), stroke.matrix, stroke.stroked)
    if (found.length === 0) this.shapes++
    for (const segment of found) this.segments.push(segment)
    if (this.segments.length > MOST_SEGMENTS) throw new UnreadableError('too-complex', tooManyLines)
  }

  private addPicture(xml: XmlScanner): void {
    const [x = 0, y = 0, width = 0, height = 0] = numbersOf(xml.attribute('Boundary'))
    const corners = [
      [x, y],
      [x + width, y],
      [x + width, y + height],
      [x, y + height],
    ] as const
    if (!isFalse(xml.attribute('Visible'))) this.pictures.push(corners.map(([cx, cy]) => apply(TO_POINTS, cx, cy)))
  }
}

/** The text of the element just opened, up to its end. */
const contentOf = (xml: XmlScanner): string => {
  const { depth } = xml
  let text = ''
  for (let token = xml.next(); token !== END && xml.depth >= depth; token = xml.next()) if (token === TEXT) text += xml.text()
  return text
}
