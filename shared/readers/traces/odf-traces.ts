import type { ReadTools } from '../reader.ts'
import { CLOSE, END, OPEN, TEXT, XmlScanner } from '../xml/scanner.ts'
import { xmlBytes } from '../xml/xml-bytes.ts'
import { openZip } from '../zip/zip.ts'
import { type FoundTraces, textsIn } from './found-traces.ts'

const ODF = {
  'urn:oasis:names:tc:opendocument:xmlns:office:1.0': 'office',
  'urn:oasis:names:tc:opendocument:xmlns:meta:1.0': 'meta',
  'http://purl.org/dc/elements/1.1/': 'dc',
}

/** Comments stand in the text; a flat file has its properties there, too, beside which `dc:creator` names who saved it last. */
const walk = (part: Uint8Array | undefined): { readonly comments: string[]; readonly people: string[] } => {
  const comments: string[] = []
  const people: string[] = []
  if (part === undefined) return { comments, people }
  const xml = new XmlScanner(part, ODF)
  let inComment = false
  for (let token = xml.next(); token !== END; token = xml.next()) {
    if (xml.name === 'office:annotation') {
      inComment = token === OPEN
      if (token === OPEN) comments.push('')
    }
    if (token === CLOSE || xml.name !== 'dc:creator') continue
    if (token === OPEN && xml.next() === TEXT) inComment ? comments.splice(-1, 1, xml.text()) : people.push(xml.text())
  }
  return { comments, people }
}

/** Who made an OpenDocument text, and who left comments in it. */
export const odfTraces = async (bytes: Uint8Array, tools: ReadTools): Promise<FoundTraces> => {
  const zip = bytes[0] === 0x50 ? openZip(bytes, tools) : undefined
  const part = async (name: string): Promise<Uint8Array | undefined> => {
    const read = zip === undefined ? bytes : await zip.read(name)
    return read && xmlBytes(read)
  }
  const [meta, { comments, people }] = [await part('meta.xml'), walk(await part('content.xml'))]
  const authors = textsIn(meta, ODF, ['meta:initial-creator', ...(zip === undefined ? [] : ['dc:creator'])])
  return { people: [...authors, ...people], organisations: [], comments }
}
