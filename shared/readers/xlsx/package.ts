import { partOfType, readPart, readRelationships } from '../ooxml/package.ts'
import { type ReadTools, UnreadableError } from '../reader.ts'
import { openZip, type Zip } from '../zip/zip.ts'
import type { LibraryPart } from './library.ts'
import { inspectSheet, tamedSheet } from './sheet-part.ts'

const WORKBOOK = 'xl/workbook.xml'
/** Parts that the library reads beside the sheets: what is drawn, commented and calculated is not asked for. */
const BESIDE_SHEETS = /^(?:\[Content_Types\]\.xml|xl\/(?:[^/]+\.xml|_rels\/[^/]+\.rels))$/i
const SHEETS = /^xl\/worksheets\/[^/]+\.xml$/i

export type Package = {
  readonly parts: Readonly<Record<string, LibraryPart>>
  /** For each sheet with cells, by the id of the workbook's relationship, whether there is a picture on it. */
  readonly sheets: ReadonlyMap<string, boolean>
}

const isPictured = async (zip: Zip, sheet: string): Promise<boolean> => {
  const drawing = partOfType(await readRelationships(zip, sheet), 'drawing')
  return drawing !== undefined && partOfType(await readRelationships(zip, drawing), 'image') !== undefined
}

/** Unpacks what the library needs of a workbook, within the limits; the library then unpacks nothing itself. */
export const openPackage = async (bytes: Uint8Array, tools: ReadTools): Promise<Package> => {
  const zip = openZip(bytes, tools)
  if (!zip.has(WORKBOOK)) throw new UnreadableError(zip.has('xl/workbook.bin') ? 'unknown-format' : 'damaged')
  const names = zip.names.filter((name) => BESIDE_SHEETS.test(name) || SHEETS.test(name))
  const unpacked = new Map(await Promise.all(names.map(async (name) => [name, await readPart(zip, name)] as const)))
  const parts: Record<string, LibraryPart> = {}
  for (const [name, content] of unpacked) if (content !== undefined && BESIDE_SHEETS.test(name)) parts[name] = { name, type: 2, content }
  const sheets = new Map<string, boolean>()
  for (const { id, type, part: name } of await readRelationships(zip, WORKBOOK)) {
    if (type !== 'worksheet') continue
    const content = unpacked.get(name) ?? (await readPart(zip, name))
    if (content === undefined) throw new UnreadableError('damaged')
    const hasDrawing = inspectSheet(content, tools.limits)
    parts[name] = { name, type: 2, content: tamedSheet(content) }
    sheets.set(id, hasDrawing && (await isPictured(zip, name)))
  }
  if (sheets.size === 0) throw new UnreadableError('damaged')
  return { parts, sheets }
}
