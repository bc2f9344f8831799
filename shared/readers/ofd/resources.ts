import { CLOSE, END, OPEN, TEXT, XmlScanner } from '../xml/scanner.ts'
import type { Zip } from '../zip/zip.ts'
import { colourIn, type StatedColour, UNKNOWN } from './colours.ts'
import { numberOf, OFD } from './names.ts'
import { readPartIfThere } from './parts.ts'

/** What objects may take over by naming it: colours and the width of lines, in millimetres. */
export type DrawParam = {
  readonly relative?: string | undefined
  readonly fill?: StatedColour
  readonly stroke?: StatedColour
  readonly lineWidth?: number
}

/** What the pages of a document name by its ID. */
export type Resources = {
  readonly params: Map<string, DrawParam>
  /** Pictures through which nothing can be seen. */
  readonly opaquePictures: Set<string>
  /** Drawings that pages place whole: the part of the package that each stands in. */
  readonly units: Map<string, Uint8Array>
}

export const noResources = (): Resources => ({ params: new Map(), opaquePictures: new Set(), units: new Map() })

/** Formats of pictures that know no transparency. */
const OPAQUE_FORMAT = /^(?:jpe?g|bmp)$/i
const DEEPEST_RELATIVE = 8

const drawParamIn = (xml: XmlScanner): DrawParam => {
  let param: DrawParam = { relative: xml.attribute('Relative') }
  const width = xml.attribute('LineWidth')
  if (width !== undefined) param = { ...param, lineWidth: numberOf(width, 0) }
  const { depth } = xml
  for (let token = xml.next(); token !== END && xml.depth >= depth; token = xml.next()) {
    if (token !== OPEN) continue
    if (xml.name === 'ofd:FillColor') param = { ...param, fill: colourIn(xml) }
    else if (xml.name === 'ofd:StrokeColor') param = { ...param, stroke: colourIn(xml) }
    else if (xml.ancestor(1) === 'ofd:FillColor') param = { ...param, fill: UNKNOWN }
  }
  return param
}

/** Adds what a part of resources holds; one that is named and is not there holds nothing. */
export const addResources = async (zip: Zip, name: string, resources: Resources): Promise<void> => {
  const part = await readPartIfThere(zip, name)
  if (part === undefined) return
  const xml = new XmlScanner(part, OFD)
  let [media, format] = ['', '']
  for (let token = xml.next(); token !== END; token = xml.next()) {
    if (token === CLOSE && xml.name === 'ofd:MultiMedia' && OPAQUE_FORMAT.test(format)) resources.opaquePictures.add(media)
    if (token !== OPEN) continue
    const id = xml.attribute('ID') ?? ''
    if (xml.name === 'ofd:DrawParam') resources.params.set(id, drawParamIn(xml))
    else if (xml.name === 'ofd:CompositeGraphicUnit') {
      resources.units.set(id, part)
      xml.skip()
    } else if (xml.name === 'ofd:MultiMedia') [media, format] = [id, xml.attribute('Format') ?? '']
    else if (xml.name === 'ofd:MediaFile' && format === '' && xml.next() === TEXT) format = xml.text().trim().split('.').at(-1) ?? ''
  }
}

/** What a name stands for, with what it takes over from others. */
export const paramOf = ({ params }: Resources, id: string | undefined): DrawParam => {
  let found: DrawParam = {}
  let next = id
  for (let depth = 0; next !== undefined && depth < DEEPEST_RELATIVE; depth++) {
    const param = params.get(next)
    found = { ...param, ...found }
    next = param?.relative
  }
  return found
}
