import { startBudget } from '../page-layout/budget.ts'
import { type ReadTools, UnreadableError } from '../reader.ts'
import { END, OPEN, TEXT, XmlScanner } from '../xml/scanner.ts'
import { openZip, type Zip } from '../zip/zip.ts'
import { type Annotations, annotationsOf, drawAnnotations } from './annotations.ts'
import { contentOf, numbersOf, OFD } from './names.ts'
import { PageDrawing, POINTS, type Rank } from './page-drawing.ts'
import { readPart, resolve } from './parts.ts'
import { addResources, noResources, type Resources } from './resources.ts'
import { type Seals, sealsOf } from './seals.ts'

/** A page as drawn, and its paper: left, bottom, right, top in points, y growing upwards. */
export type OfdPage = { readonly drawing: PageDrawing; readonly view: readonly [number, number, number, number] }
export type OfdPages = { readonly pages: readonly OfdPage[]; readonly repeated: boolean }

/** The size of paper where a file says none: A4. */
const A4 = [0, 0, 210, 297]

type Template = { readonly part: string; readonly rank: Rank }
type Listing = {
  readonly pages: { readonly id: string; readonly part: string }[]
  readonly templates: Map<string, Template>
  readonly resources: string[]
  annotations: string | undefined
  box: readonly number[]
}

const rankOf = (zOrder: string | undefined): Rank => (zOrder === 'Foreground' ? 'foreground' : 'background')
const RESOURCES = new Set(['ofd:PublicRes', 'ofd:DocumentRes', 'ofd:PageRes'])

const listOf = (part: Uint8Array, name: string): Listing => {
  const listing: Listing = { pages: [], templates: new Map(), resources: [], annotations: undefined, box: A4 }
  const xml = new XmlScanner(part, OFD)
  for (let token = xml.next(); token !== END; token = xml.next()) {
    if (token !== OPEN) continue
    const id = xml.attribute('ID') ?? ''
    if (xml.name === 'ofd:Page') listing.pages.push({ id, part: resolve(name, xml.attribute('BaseLoc') ?? '') })
    else if (xml.name === 'ofd:TemplatePage')
      listing.templates.set(id, { part: resolve(name, xml.attribute('BaseLoc') ?? ''), rank: rankOf(xml.attribute('ZOrder')) })
    else if (xml.name === 'ofd:PhysicalBox') listing.box = boxIn(xml) ?? listing.box
    else if (RESOURCES.has(xml.name)) listing.resources.push(resolve(name, contentOf(xml)))
    else if (xml.name === 'ofd:Annotations') listing.annotations = resolve(name, contentOf(xml))
  }
  return listing
}

const boxIn = (xml: XmlScanner): readonly number[] | undefined => {
  const numbers = xml.next() === TEXT ? numbersOf(xml.text()) : []
  return numbers.length === 4 ? numbers : undefined
}

type Root = { readonly part: string; signatures: string | undefined }

/** The documents of a package: nearly always one. */
const rootsOf = async (zip: Zip): Promise<Root[]> => {
  const roots: Root[] = []
  const xml = new XmlScanner(await readPart(zip, 'OFD.xml'), OFD)
  for (let token = xml.next(); token !== END; token = xml.next()) {
    if (token !== OPEN) continue
    const root = roots.at(-1)
    if (xml.name === 'ofd:DocRoot') roots.push({ part: resolve('OFD.xml', contentOf(xml)), signatures: undefined })
    else if (xml.name === 'ofd:Signatures' && root !== undefined) root.signatures = resolve('OFD.xml', contentOf(xml))
  }
  if (roots.length === 0) throw new UnreadableError('damaged')
  return roots
}

/** What a page says of itself before it draws: its paper, the templates behind or before it, resources of its own. */
type Head = {
  box: readonly number[] | undefined
  readonly templates: { readonly id: string; readonly rank: Rank | undefined }[]
  readonly resources: string[]
}

const headOf = (part: Uint8Array, name: string): Head => {
  const head: Head = { box: undefined, templates: [], resources: [] }
  const xml = new XmlScanner(part, OFD)
  for (let token = xml.next(); token !== END; token = xml.next()) {
    if (token !== OPEN) continue
    if (xml.name === 'ofd:Content') xml.skip()
    else if (xml.name === 'ofd:PhysicalBox') head.box = boxIn(xml)
    else if (xml.name === 'ofd:Template') {
      const zOrder = xml.attribute('ZOrder')
      head.templates.push({ id: xml.attribute('TemplateID') ?? '', rank: zOrder === undefined ? undefined : rankOf(zOrder) })
    } else if (RESOURCES.has(xml.name)) head.resources.push(resolve(name, contentOf(xml)))
  }
  return head
}

type Source = {
  readonly zip: Zip
  readonly tools: ReadTools
  readonly listing: Listing
  readonly resources: Resources
  readonly annotations: Annotations
  readonly seals: Seals
}

const readPage = async (
  { id, part: name }: Listing['pages'][number],
  { zip, tools, listing, resources, annotations, seals }: Source,
): Promise<OfdPage> => {
  const part = await readPart(zip, name)
  const head = headOf(part, name)
  for (const each of head.resources) await addResources(zip, each, resources)
  const drawing = new PageDrawing(tools.limits, resources)
  for (const { id: templateId, rank } of head.templates) {
    const template = listing.templates.get(templateId)
    if (template !== undefined) drawing.draw(await readPart(zip, template.part), { rank: rank ?? template.rank })
  }
  drawing.draw(part, { rank: 'page' })
  await drawAnnotations(zip, annotations, id, drawing)
  for (const boundary of seals.get(id) ?? []) drawing.laySeal(boundary)
  const [left = 0, top = 0, width = 0, height = 0] = (head.box ?? listing.box).map((millimetres) => millimetres * POINTS)
  return { drawing, view: [left, -top - height, left + width, -top] }
}

/** The pages of a package, in order; one that is listed twice is read once. */
export const readPages = async (bytes: Uint8Array, tools: ReadTools): Promise<OfdPages> => {
  const zip = openZip(bytes, tools)
  // GM/T 0099: what is under a key is listed here.
  if (zip.names.some((name) => /(?:^|[/\\])encryptions\.xml$/i.test(name))) throw new UnreadableError('encrypted')
  const pages: OfdPage[] = []
  const seen = new Set<string>()
  let repeated = false
  const spend = startBudget(tools.limits)
  for (const { part: root, signatures } of await rootsOf(zip)) {
    const listing = listOf(await readPart(zip, root), root)
    if (pages.length + listing.pages.length > tools.limits.pages) throw new UnreadableError('too-complex', `${tools.limits.pages}页`)
    const resources = noResources()
    for (const name of listing.resources) await addResources(zip, name, resources)
    const [annotations, seals] = [await annotationsOf(zip, listing.annotations), await sealsOf(zip, signatures)]
    const source = { zip, tools, listing, resources, annotations, seals }
    for (const listed of listing.pages) {
      if (seen.has(listed.part)) {
        repeated = true
        continue
      }
      seen.add(listed.part)
      const page = await readPage(listed, source)
      spend(page.drawing)
      pages.push(page)
    }
  }
  return { pages, repeated }
}
