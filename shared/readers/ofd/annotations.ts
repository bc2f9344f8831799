import { END, OPEN, XmlScanner } from '../xml/scanner.ts'
import type { Zip } from '../zip/zip.ts'
import { contentOf, isFalse, OFD } from './names.ts'
import { type PageDrawing, placedAt } from './page-drawing.ts'
import { readPartIfThere, resolve } from './parts.ts'

/** The parts that hold what was laid over each page, by the page's ID. */
export type Annotations = ReadonlyMap<string, readonly string[]>

/** Reads where the annotations of a document stand; a list that is named and is not there lists nothing. */
export const annotationsOf = async (zip: Zip, name: string | undefined): Promise<Annotations> => {
  const listed = new Map<string, string[]>()
  const part = name === undefined ? undefined : await readPartIfThere(zip, name)
  if (name === undefined || part === undefined) return listed
  const xml = new XmlScanner(part, OFD)
  let page = ''
  for (let token = xml.next(); token !== END; token = xml.next()) {
    if (token !== OPEN) continue
    if (xml.name === 'ofd:Page') page = xml.attribute('PageID') ?? ''
    else if (xml.name === 'ofd:FileLoc') listed.set(page, [...(listed.get(page) ?? []), resolve(name, contentOf(xml))])
  }
  return listed
}

const drawPart = (part: Uint8Array, drawing: PageDrawing): void => {
  const xml = new XmlScanner(part, OFD)
  let type = ''
  for (let token = xml.next(); token !== END; token = xml.next()) {
    if (token !== OPEN) continue
    if (xml.name === 'ofd:Annot') {
      type = xml.attribute('Type') ?? ''
      if (isFalse(xml.attribute('Visible'))) xml.skip()
    } else if (xml.name === 'ofd:Appearance')
      drawing.drawWithin(xml, { rank: 'note', layer: type === 'Watermark' ? 'watermark' : 'note', ...placedAt(xml.attribute('Boundary')) })
  }
}

/** Draws what was laid over a page: remarks, stamps, highlights, watermarks. */
export const drawAnnotations = async (zip: Zip, annotations: Annotations, page: string, drawing: PageDrawing): Promise<void> => {
  for (const name of annotations.get(page) ?? []) {
    const part = await readPartIfThere(zip, name)
    if (part !== undefined) drawPart(part, drawing)
  }
}
