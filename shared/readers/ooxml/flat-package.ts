import { type ReadTools, UnreadableError } from '../reader.ts'
import type { Vocabulary } from '../xml/namespaces.ts'
import { CLOSE, END, OPEN, XmlScanner } from '../xml/scanner.ts'
import { xmlBytes } from '../xml/xml-bytes.ts'
import { openZip, type Zip } from '../zip/zip.ts'

const FLAT: Vocabulary = { 'http://schemas.microsoft.com/office/2006/xmlPackage': 'pkg' }

/** Names of parts are compared without case, and here begin with a slash. */
const keyOf = (name: string): string => name.replace(/^\/+/, '').toLowerCase()

/**
 * Opens a package that is written as one file of XML (flat OPC): each part stands in an element of its own. Only parts of XML are
 * there to be read; pictures and the like stand in letters, which no reader asks for.
 */
const openFlatPackage = (bytes: Uint8Array): Zip => {
  const xml = xmlBytes(bytes)
  const parts = new Map<string, { readonly name: string; readonly bytes: Uint8Array }>()
  const scanner = new XmlScanner(xml, FLAT)
  let name = ''
  for (let token = scanner.next(); token !== END; token = scanner.next()) {
    if (token === OPEN && scanner.name === 'pkg:part') name = scanner.attribute('pkg:name') ?? ''
    if (token !== OPEN || scanner.name !== 'pkg:xmlData') continue
    const from = scanner.offset
    const depth = scanner.depth
    let to = from
    do to = scanner.offset
    while (!(scanner.next() === CLOSE && scanner.depth < depth))
    if (parts.has(keyOf(name))) throw new UnreadableError('damaged')
    parts.set(keyOf(name), { name: name.replace(/^\/+/, ''), bytes: xml.subarray(from, to) })
  }
  return {
    names: Array.from(parts.values(), (part) => part.name),
    has: (wanted) => parts.has(keyOf(wanted)),
    read: async (wanted) => parts.get(keyOf(wanted))?.bytes,
  }
}

const isZip = ([first, second]: Uint8Array): boolean => first === 0x50 && second === 0x4b

/** Opens a package of Office Open XML, packed or flat. */
export const openPackage = (bytes: Uint8Array, tools: ReadTools): Zip => (isZip(bytes) ? openZip(bytes, tools) : openFlatPackage(bytes))
