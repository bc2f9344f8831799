import type { Handler, Handlers } from '../body-flow/walk.ts'
import { END, OPEN } from '../xml/scanner.ts'
import type { Body } from './body.ts'
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
    body.shapes.push(false)
    if (/visibility\s*:\s*hidden|display\s*:\s*none/i.test(body.xml.attribute('style') ?? '')) hideShape(body)
  },
  close: (body) => shape.close?.(body),
}

/** Content controls, and shapes that may be hidden. */
export const CONTROLS: Handlers<Body> = {
  'w:sdt': control,
  'w:sdtPr': { open: controlProperties },
  'w:sdtEndPr': { open: ({ xml }) => xml.skip() },
  'w:drawing': shape,
  'wps:wsp': shape,
  'wp:docPr': drawnProperties,
  'wps:cNvPr': drawnProperties,
  'v:shape': vectorShape,
  'v:rect': vectorShape,
  'v:roundrect': vectorShape,
  'v:oval': vectorShape,
  'v:group': vectorShape,
  // A control of another program, whose value stands in a part of its own.
  'w:control': { open: (body) => body.doubt('shown-otherwise') },
}
