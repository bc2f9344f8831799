/** What is drawn over the cells of a sheet. */
import type { Range } from '../sheets/sheet-content.ts'
import { CLOSE, END, OPEN, TEXT, XmlScanner } from '../xml/scanner.ts'
import { DRAWING, isOn } from './vocabulary.ts'

/** The size of a cell where nothing says otherwise, in English metric units. */
const CELL = { width: 609_600, height: 190_500 }
/** So far into a cell nothing of it is covered yet. */
const EDGE = 20_000
const ANCHORS = new Set(['xdr:twoCellAnchor', 'xdr:oneCellAnchor', 'xdr:absoluteAnchor'])
const NUMBERS = new Set(['xdr:col', 'xdr:row', 'xdr:colOff', 'xdr:rowOff'])

type Anchor = {
  readonly from: Record<string, number>
  readonly to: Record<string, number>
  size: readonly [width: number, height: number]
  /** A line, or a shape without ground and words, lies over cells and covers nothing. */
  covers: boolean
  hidden: boolean
}

const numberIn = (xml: XmlScanner): number => (xml.next() === TEXT ? Number(xml.text()) : Number.NaN)

const take = (anchor: Anchor, xml: XmlScanner): void => {
  const outer = xml.ancestor(1)
  if (NUMBERS.has(xml.name) && (outer === 'xdr:from' || outer === 'xdr:to')) {
    const of = outer === 'xdr:from' ? anchor.from : anchor.to
    const name = xml.name
    of[name] = numberIn(xml)
  } else if (xml.name === 'xdr:pos') Object.assign(anchor.from, { x: Number(xml.attribute('x')), y: Number(xml.attribute('y')) })
  else if (xml.name === 'xdr:ext') anchor.size = [Number(xml.attribute('cx')), Number(xml.attribute('cy'))]
  else if (xml.name === 'xdr:cNvPr') anchor.hidden ||= isOn(xml.attribute('hidden'))
  else if (xml.name === 'xdr:pic' || xml.name === 'xdr:graphicFrame' || xml.name === 'a:t') anchor.covers = true
  else if (outer === 'xdr:spPr' && /^a:(?:solid|grad|patt|blip)Fill$/.test(xml.name)) anchor.covers = true
}

/** The cells that lie under it; where only its size is stated, as many as are of the usual size. */
const rangeOf = ({ from, to, size: [width, height] }: Anchor): Range | undefined => {
  const left = from['xdr:col'] ?? Math.floor((from.x ?? Number.NaN) / CELL.width)
  const top = from['xdr:row'] ?? Math.floor((from.y ?? Number.NaN) / CELL.height)
  const right =
    to['xdr:col'] === undefined ? left + Math.ceil(width / CELL.width) : to['xdr:col'] - ((to['xdr:colOff'] ?? 0) > EDGE ? 0 : 1)
  const bottom =
    to['xdr:row'] === undefined ? top + Math.ceil(height / CELL.height) : to['xdr:row'] - ((to['xdr:rowOff'] ?? 0) > EDGE ? 0 : 1)
  return [left, top, right, bottom].every(Number.isFinite) ? { s: { r: top, c: left }, e: { r: bottom, c: right } } : undefined
}

const readAnchor = (xml: XmlScanner): Anchor => {
  const anchor: Anchor = { from: {}, to: {}, size: [0, 0], covers: false, hidden: false }
  const depth = xml.depth
  for (let token = xml.next(); token !== END && !(token === CLOSE && xml.depth < depth); token = xml.next())
    if (token === OPEN) take(anchor, xml)
  return anchor
}

/** The ranges of cells over which the drawing of a sheet lays pictures, charts, text boxes and filled shapes. */
export const coveredBy = (part: Uint8Array): readonly Range[] => {
  const ranges: Range[] = []
  const xml = new XmlScanner(part, DRAWING)
  for (let token = xml.next(); token !== END; token = xml.next()) {
    if (token !== OPEN || !ANCHORS.has(xml.name)) continue
    const anchor = readAnchor(xml)
    const range = anchor.covers && !anchor.hidden ? rangeOf(anchor) : undefined
    if (range !== undefined) ranges.push(range)
  }
  return ranges
}
