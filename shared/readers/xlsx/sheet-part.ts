import { startDeadline } from '../deadline.ts'
import { type ReadLimits, tooMany, UnreadableError } from '../reader.ts'
import type { Vocabulary } from '../xml/namespaces.ts'
import { END, OPEN, XmlScanner } from '../xml/scanner.ts'

const SHEET: Vocabulary = {
  'http://schemas.openxmlformats.org/spreadsheetml/2006/main': 's',
  'http://purl.oclc.org/ooxml/spreadsheetml/main': 's',
}
const MOST_COLUMNS = 16_384

/**
 * Walks a sheet's part before the library gets it, which reads whatever looks like a cell, broken XML too, and fills as many columns
 * as the part claims to format. True where pictures may be drawn on the sheet.
 */
export const inspectSheet = (xml: Uint8Array, limits: ReadLimits): boolean => {
  const scanner = new XmlScanner(xml, SHEET)
  const step = startDeadline(limits)
  let [cells, isSheet, hasDrawing] = [0, false, false]
  for (let token = scanner.next(); token !== END; token = scanner.next()) {
    if (token !== OPEN) continue
    step()
    // Rows and merged areas count like cells: each costs the library about as much.
    if (scanner.name === 's:c' || scanner.name === 's:row' || scanner.name === 's:mergeCell') {
      if (++cells > limits.cells) throw new UnreadableError('too-complex', tooMany(limits))
    } else if (scanner.name === 's:col' && Number(scanner.attribute('max')) > MOST_COLUMNS) throw new UnreadableError('damaged')
    else if (scanner.name === 's:drawing') hasDrawing = true
    isSheet ||= scanner.name === 's:worksheet'
  }
  if (!isSheet) throw new UnreadableError('damaged')
  return hasDrawing
}

const decoder = new TextDecoder()
const encoder = new TextEncoder()

/**
 * The part as the library may have it: without comments, in which it would find cells, and without links, for which it would make a
 * cell of every place in whatever area they claim.
 */
export const tamedSheet = (xml: Uint8Array): Uint8Array => {
  const text = decoder.decode(xml)
  if (!text.includes('hyperlink') && !text.includes('<!--')) return xml
  return encoder.encode(text.replace(/<!--[\s\S]*?-->/g, '').replace(/<((?:\w+:)?)hyperlink\b/g, '<$1link'))
}
