import { startBudget } from '../page-layout/budget.ts'
import { type ReadTools, UnreadableError } from '../reader.ts'
import { END, OPEN, TEXT, XmlScanner } from '../xml/scanner.ts'
import { xmlBytes } from '../xml/xml-bytes.ts'
import { openZip, type Zip } from '../zip/zip.ts'
import { numbersOf, OFD } from './names.ts'
import { PageDrawing, POINTS } from './page-drawing.ts'

/** A page as drawn, and its paper: left, bottom, right, top in points, y growing upwards. */
export type OfdPage = { readonly drawing: PageDrawing; readonly view: readonly [number, number, number, number] }

/** The size of paper where a file says none: A4. */
const A4 = [0, 0, 210, 297]

const readPart = async (zip: Zip, name: string): Promise<Uint8Array> => {
  const bytes = await zip.read(name)
  if (bytes === undefined) throw new UnreadableError('damaged')
  return xmlBytes(bytes)
}

/** A place in the package, told from the part that names it. */
const resolve = (from: string, place: string): string => {
  const path = place.startsWith('/') ? [] : from.split('/').slice(0, -1)
  for (const step of place.trim().split('/')) {
    if (step === '..') path.pop()
    else if (step !== '' && step !== '.') path.push(step)
  }
  return path.join('/')
}

type Listing = { readonly pages: string[]; readonly templates: Map<string, string>; box: readonly number[] }

const listOf = (part: Uint8Array, name: string): Listing => {
  const listing: Listing = { pages: [], templates: new Map(), box: A4 }
  const xml = new XmlScanner(part, OFD)
  for (let token = xml.next(); token !== END; token = xml.next()) {
    if (token !== OPEN) continue
    if (xml.name === 'ofd:Page') listing.pages.push(resolve(name, xml.attribute('BaseLoc') ?? ''))
    else if (xml.name === 'ofd:TemplatePage')
      listing.templates.set(xml.attribute('ID') ?? '', resolve(name, xml.attribute('BaseLoc') ?? ''))
    else if (xml.name === 'ofd:PhysicalBox') listing.box = boxIn(xml) ?? listing.box
  }
  return listing
}

const boxIn = (xml: XmlScanner): readonly number[] | undefined => {
  const numbers = xml.next() === TEXT ? numbersOf(xml.text()) : []
  return numbers.length === 4 ? numbers : undefined
}

/** The documents of a package: nearly always one. */
const rootsOf = async (zip: Zip): Promise<string[]> => {
  const roots: string[] = []
  const xml = new XmlScanner(await readPart(zip, 'OFD.xml'), OFD)
  for (let token = xml.next(); token !== END; token = xml.next())
    if (token === OPEN && xml.name === 'ofd:DocRoot' && xml.next() === TEXT) roots.push(resolve('OFD.xml', xml.text()))
  if (roots.length === 0) throw new UnreadableError('damaged')
  return roots
}

/** What a page says of itself before it draws: its paper, and the templates behind it. */
const headOf = (part: Uint8Array): { box: readonly number[] | undefined; templates: string[] } => {
  const head: { box: readonly number[] | undefined; templates: string[] } = { box: undefined, templates: [] }
  const xml = new XmlScanner(part, OFD)
  for (let token = xml.next(); token !== END; token = xml.next()) {
    if (token !== OPEN) continue
    if (xml.name === 'ofd:Content') break
    if (xml.name === 'ofd:PhysicalBox') head.box = boxIn(xml)
    else if (xml.name === 'ofd:Template') head.templates.push(xml.attribute('TemplateID') ?? '')
  }
  return head
}

const readPage = async (zip: Zip, name: string, { templates, box }: Listing, tools: ReadTools): Promise<OfdPage> => {
  const part = await readPart(zip, name)
  const head = headOf(part)
  const drawing = new PageDrawing(tools.limits)
  for (const id of head.templates) {
    const template = templates.get(id)
    if (template !== undefined) drawing.draw(await readPart(zip, template))
  }
  drawing.draw(part)
  const [left = 0, top = 0, width = 0, height = 0] = (head.box ?? box).map((millimetres) => millimetres * POINTS)
  return { drawing, view: [left, -top - height, left + width, -top] }
}

/** The pages of a package, in order. */
export const readPages = async (bytes: Uint8Array, tools: ReadTools): Promise<OfdPage[]> => {
  const zip = openZip(bytes, tools)
  // GM/T 0099: what is under a key is listed here.
  if (zip.names.some((name) => /(?:^|\/)encryptions\.xml$/i.test(name))) throw new UnreadableError('encrypted')
  const pages: OfdPage[] = []
  const spend = startBudget(tools.limits)
  for (const root of await rootsOf(zip)) {
    const listing = listOf(await readPart(zip, root), root)
    if (pages.length + listing.pages.length > tools.limits.pages) throw new UnreadableError('too-complex', `${tools.limits.pages}页`)
    for (const name of listing.pages) {
      const page = await readPage(zip, name, listing, tools)
      spend(page.drawing)
      pages.push(page)
    }
  }
  return pages
}
