import { END, OPEN, XmlScanner } from '../xml/scanner.ts'
import type { Zip } from '../zip/zip.ts'
import { OFD } from './names.ts'
import { readPartIfThere, resolve } from './parts.ts'

/** The places where seals are shown, by the page's ID. */
export type Seals = ReadonlyMap<string, readonly string[]>

const listedIn = async (zip: Zip, name: string): Promise<string[]> => {
  const part = await readPartIfThere(zip, name)
  const signatures: string[] = []
  if (part === undefined) return signatures
  const xml = new XmlScanner(part, OFD)
  for (let token = xml.next(); token !== END; token = xml.next())
    if (token === OPEN && xml.name === 'ofd:Signature') signatures.push(resolve(name, xml.attribute('BaseLoc') ?? ''))
  return signatures
}

/** Reads where the electronic seals of a document are shown. Their pictures are in a format of their own and are not looked into. */
export const sealsOf = async (zip: Zip, list: string | undefined): Promise<Seals> => {
  const seals = new Map<string, string[]>()
  for (const name of list === undefined ? [] : await listedIn(zip, list)) {
    const part = await readPartIfThere(zip, name)
    if (part === undefined) continue
    const xml = new XmlScanner(part, OFD)
    for (let token = xml.next(); token !== END; token = xml.next()) {
      if (token !== OPEN || xml.name !== 'ofd:StampAnnot') continue
      const page = xml.attribute('PageRef') ?? ''
      seals.set(page, [...(seals.get(page) ?? []), xml.attribute('Boundary') ?? ''])
    }
  }
  return seals
}
