import { openPackage } from '../ooxml/flat-package.ts'
import { readPart } from '../ooxml/package.ts'
import type { ReadTools } from '../reader.ts'
import { END, OPEN, TEXT, XmlScanner } from '../xml/scanner.ts'
import { type FoundTraces, textsIn } from './found-traces.ts'

const PROPERTIES = {
  'http://purl.org/dc/elements/1.1/': 'dc',
  'http://schemas.openxmlformats.org/package/2006/metadata/core-properties': 'cp',
  'http://purl.oclc.org/ooxml/package/metadata/core-properties': 'cp',
  'http://schemas.openxmlformats.org/officeDocument/2006/extended-properties': 'ep',
  'http://purl.oclc.org/ooxml/officeDocument/extendedProperties': 'ep',
}
const COMMENTS = {
  'http://schemas.openxmlformats.org/wordprocessingml/2006/main': 'w',
  'http://purl.oclc.org/ooxml/wordprocessingml/main': 'w',
  'http://schemas.openxmlformats.org/spreadsheetml/2006/main': 'x',
  'http://purl.oclc.org/ooxml/spreadsheetml/main': 'x',
}

/** The author of each comment: of Word in the comment itself, of Excel by its number in a list. */
const commentsIn = (part: Uint8Array | undefined): string[] => {
  if (part === undefined) return []
  const authors: string[] = []
  const comments: string[] = []
  const xml = new XmlScanner(part, COMMENTS)
  for (let token = xml.next(); token !== END; token = xml.next()) {
    if (token !== OPEN) continue
    if (xml.name === 'x:author') authors.push(xml.next() === TEXT ? xml.text() : '')
    else if (xml.name === 'w:comment') comments.push(xml.attribute('w:author') ?? '')
    else if (xml.name === 'x:comment') comments.push(authors[Number(xml.attribute('authorId'))] ?? '')
  }
  return comments
}

/** Who made a Word file or a workbook, and who left comments in it. */
export const ooxmlTraces = async (bytes: Uint8Array, tools: ReadTools): Promise<FoundTraces> => {
  const zip = openPackage(bytes, tools)
  const core = await readPart(zip, 'docProps/core.xml')
  const app = await readPart(zip, 'docProps/app.xml')
  const commented = zip.names.filter((name) => /^(?:word\/comments\.xml|xl\/comments\d*\.xml|xl\/comments\/[^/]+\.xml)$/i.test(name))
  const comments: string[] = []
  for (const name of commented) comments.push(...commentsIn(await readPart(zip, name)))
  return {
    people: textsIn(core, PROPERTIES, ['dc:creator', 'cp:lastModifiedBy']),
    organisations: textsIn(app, PROPERTIES, ['ep:Company']),
    comments,
  }
}
