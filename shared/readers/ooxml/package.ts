import { UnreadableError } from '../reader.ts'
import type { Vocabulary } from '../xml/namespaces.ts'
import { END, OPEN, XmlScanner } from '../xml/scanner.ts'
import { xmlBytes } from '../xml/xml-bytes.ts'
import type { Zip } from '../zip/zip.ts'

/** Namespaces of the package around the parts; a part has those of its own kind. */
const PACKAGE: Vocabulary = {
  'http://schemas.openxmlformats.org/package/2006/relationships': 'rel',
  'http://schemas.openxmlformats.org/package/2006/content-types': 'ct',
}

/** A part of XML, ready for the scanner; undefined where there is no such part. */
export const readPart = async (zip: Zip, name: string): Promise<Uint8Array | undefined> => {
  const bytes = await zip.read(name)
  return bytes && xmlBytes(bytes)
}

const resolve = (folder: string, target: string): string => {
  const path = target.startsWith('/') ? [] : folder.split('/').filter(Boolean)
  for (const step of target.split('/')) {
    if (step === '..') path.pop()
    else if (step !== '' && step !== '.') path.push(step)
  }
  return path.join('/')
}

/** What a part points at: `type` is the last word of the type that the file states, in which strict and transitional files agree. */
export type Relationship = { readonly id: string; readonly type: string; readonly part: string }

/** The parts that a part (the package itself: '') points at, in the order of the file. */
export const readRelationships = async (zip: Zip, part: string): Promise<readonly Relationship[]> => {
  const slash = part.lastIndexOf('/') + 1
  const folder = part.slice(0, slash)
  const relationships: Relationship[] = []
  const xml = await readPart(zip, `${folder}_rels/${part.slice(slash)}.rels`)
  if (xml === undefined) return relationships
  const scanner = new XmlScanner(xml, PACKAGE)
  for (let token = scanner.next(); token !== END; token = scanner.next()) {
    if (token !== OPEN || scanner.name !== 'rel:Relationship' || scanner.attribute('TargetMode') === 'External') continue
    const [id, type, target] = [scanner.attribute('Id') ?? '', scanner.attribute('Type'), scanner.attribute('Target')]
    if (type !== undefined && target !== undefined)
      relationships.push({ id, type: type.split('/').at(-1) ?? '', part: resolve(folder, target) })
  }
  return relationships
}

/** The first part of a type. */
export const partOfType = (relationships: readonly Relationship[], type: string): string | undefined =>
  relationships.find((each) => each.type === type)?.part

const partOfContentType = async (zip: Zip, contentType: RegExp): Promise<string | undefined> => {
  const xml = await readPart(zip, '[Content_Types].xml')
  if (xml === undefined) return undefined
  const scanner = new XmlScanner(xml, PACKAGE)
  for (let token = scanner.next(); token !== END; token = scanner.next())
    if (token === OPEN && scanner.name === 'ct:Override' && contentType.test(scanner.attribute('ContentType') ?? ''))
      return resolve('', scanner.attribute('PartName') ?? '')
  return undefined
}

/** The name of the part that holds the document: as the package points at it, else by its content type, else where programs usually put it. */
export const findMainPart = async (zip: Zip, contentType: RegExp, usual: string): Promise<string> => {
  const pointedAt = partOfType(await readRelationships(zip, ''), 'officeDocument')
  if (pointedAt !== undefined && zip.has(pointedAt)) return pointedAt
  const typed = await partOfContentType(zip, contentType)
  if (typed !== undefined && zip.has(typed)) return typed
  if (zip.has(usual)) return usual
  throw new UnreadableError('damaged')
}
