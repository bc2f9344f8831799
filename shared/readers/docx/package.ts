import { UnreadableError } from '../reader.ts'
import { END, OPEN, XmlScanner } from '../xml/scanner.ts'
import { xmlBytes } from '../xml/xml-bytes.ts'
import type { Zip } from '../zip/zip.ts'
import { OOXML } from './names.ts'

const MAIN_TYPE = /wordprocessingml\.document\.main\+xml|ms-word\.document\.macroEnabled\.main\+xml|wordprocessingml\.template\.main\+xml/

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

/** Parts that a part (the package itself: '') points at, by the last word of the relationship's type; strict and transitional types end alike. */
export const readRelationships = async (zip: Zip, part: string): Promise<ReadonlyMap<string, string>> => {
  const slash = part.lastIndexOf('/') + 1
  const folder = part.slice(0, slash)
  const targets = new Map<string, string>()
  const xml = await readPart(zip, `${folder}_rels/${part.slice(slash)}.rels`)
  if (xml === undefined) return targets
  const scanner = new XmlScanner(xml, OOXML)
  for (let token = scanner.next(); token !== END; token = scanner.next()) {
    if (token !== OPEN || scanner.name !== 'rel:Relationship' || scanner.attribute('TargetMode') === 'External') continue
    const type = scanner.attribute('Type')?.split('/').at(-1)
    const target = scanner.attribute('Target')
    if (type !== undefined && target !== undefined && !targets.has(type)) targets.set(type, resolve(folder, target))
  }
  return targets
}

const mainByContentType = async (zip: Zip): Promise<string | undefined> => {
  const xml = await readPart(zip, '[Content_Types].xml')
  if (xml === undefined) return undefined
  const scanner = new XmlScanner(xml, OOXML)
  for (let token = scanner.next(); token !== END; token = scanner.next())
    if (token === OPEN && scanner.name === 'ct:Override' && MAIN_TYPE.test(scanner.attribute('ContentType') ?? ''))
      return resolve('', scanner.attribute('PartName') ?? '')
  return undefined
}

/** The name of the part that holds the document: as the package points at it, else by its content type, else where Word puts it. */
export const findMainPart = async (zip: Zip): Promise<string> => {
  const pointedAt = (await readRelationships(zip, '')).get('officeDocument')
  if (pointedAt !== undefined && zip.has(pointedAt)) return pointedAt
  const typed = await mainByContentType(zip)
  if (typed !== undefined && zip.has(typed)) return typed
  if (zip.has('word/document.xml')) return 'word/document.xml'
  throw new UnreadableError('damaged')
}
