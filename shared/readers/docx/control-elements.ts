import type { Handler, Handlers } from '../body-flow/walk.ts'
import { END, OPEN, TEXT } from '../xml/scanner.ts'
import type { Body, Float } from './body.ts'
import { isOn } from './names.ts'

const hidesIn = (stated: string | undefined): boolean => stated !== undefined && isOn(stated)

/** For each open control, whether it shows no value. */
const control: Handler<Body> = {
  open: ({ controls }) => void controls.push(false),
  close: (body) => {
    if (body.controls.pop() === true) body.placeholders--
  },
}

/** What a control says of itself: only whether what it shows is a text that asks for a value. */
const controlProperties = (body: Body): void => {
  const { controls, xml } = body
  const depth = xml.depth
  let asks = false
  for (let token = xml.next(); token !== END && xml.depth >= depth; token = xml.next())
    if (token === OPEN && xml.name === 'w:showingPlcHdr') asks = isOn(xml.value())
  if (!asks || controls.at(-1) !== false) return
  controls[controls.length - 1] = true
  body.placeholders++
}

/** A shape that may say of itself that it is not shown; what it says so in may stand in it, and holds until it ends. */
const shape: Handler<Body> = {
  open: ({ shapes }) => void shapes.push(false),
  close: (body) => {
    if (body.shapes.pop() === true) body.hiddenShapes--
  },
}

const hideShape = (body: Body): void => {
  const { shapes } = body
  if (shapes.at(-1) !== false) return
  shapes[shapes.length - 1] = true
  body.hiddenShapes++
}

const drawnProperties: Handler<Body> = {
  open: (body) => {
    if (hidesIn(body.xml.attribute('hidden'))) hideShape(body)
  },
}

const vectorShape: Handler<Body> = {
  open: (body) => {
    const { xml } = body
    const style = xml.attribute('style') ?? ''
    body.shapes.push(false)
    if (/visibility\s*:\s*hidden|display\s*:\s*none/i.test(style)) hideShape(body)
    // A shape is filled with white unless it says otherwise; a picture and a box of words are told by what stands in them.
    body.openFloat(vectorFloat(style, xml.name === 'v:rect' && xml.attribute('filled') !== 'f'))
  },
  close: (body) => {
    body.closeFloat()
    shape.close?.(body)
  },
}

/** English metric units, and points: further from its place than this a shape may lie over any cell of the table. */
const FAR = { drawn: 360_000, vector: 28 }

const isBehind = (stated: string | undefined): boolean => stated !== undefined && isOn(stated)

/** A shape that floats over the page. */
const anchor: Handler<Body> = {
  open: (body) =>
    body.openFloat({ over: false, far: false, fills: false, figures: false, behind: isBehind(body.xml.attribute('behindDoc')) }),
  close: (body) => body.closeFloat(),
}

const floatDistance = (body: Body): void => {
  const { xml, float } = body
  if (float === undefined || !xml.ancestor(1).startsWith('wp:position')) return
  let stated = ''
  while (xml.next() === TEXT) stated += xml.text()
  float.far ||= Math.abs(Number(stated)) > FAR.drawn
}

const solid = ({ float, xml }: Body): void => {
  if (float !== undefined && xml.ancestor(1) === 'wps:spPr') float.fills = true
}

/** The style of a shape of the older kind says where it is. */
const vectorFloat = (style: string, filled: boolean): Float | undefined => {
  if (!/position\s*:\s*absolute/i.test(style)) return undefined
  const distances = Array.from(style.matchAll(/margin-(?:left|top)\s*:\s*(-?[\d.]+)pt/gi), ([, points]) => Math.abs(Number(points)))
  return {
    over: !/mso-wrap-style\s*:\s*(?:square|tight|through)/i.test(style),
    behind: /z-index\s*:\s*-/i.test(style),
    far: distances.some((points) => points > FAR.vector),
    fills: filled,
    figures: false,
  }
}

/** Content controls, and shapes that may be hidden. */
export const CONTROLS: Handlers<Body> = {
  'w:sdt': control,
  'w:sdtPr': { open: controlProperties },
  'w:sdtEndPr': { open: ({ xml }) => xml.skip() },
  'w:drawing': shape,
  'wps:wsp': shape,
  'wp:docPr': drawnProperties,
  'wp:anchor': anchor,
  'wp:posOffset': { open: floatDistance },
  'wp:wrapNone': {
    open: ({ float }) => {
      if (float !== undefined) float.over = true
    },
  },
  'a:solidFill': { open: solid },
  'a:gradFill': { open: solid },
  'wps:cNvPr': drawnProperties,
  'v:shape': vectorShape,
  'v:rect': vectorShape,
  'v:roundrect': vectorShape,
  'v:oval': vectorShape,
  'v:group': vectorShape,
  // A control of another program, whose value stands in a part of its own.
  'w:control': { open: (body) => body.doubt('shown-otherwise') },
}
