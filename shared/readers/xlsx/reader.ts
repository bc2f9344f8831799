import { startDeadline } from '../deadline.ts'
import { findMainPart, partOfType, readPart, readRelationships } from '../ooxml/package.ts'
import { type Content, type Reader, type ReadTools, UnreadableError } from '../reader.ts'
import { blocksOf, type NamedSheet } from '../sheets/blocks.ts'
import { loadFormatter } from '../sheets/formatter.ts'
import { doubtedWithin, type Range } from '../sheets/sheet-content.ts'
import { openZip, type Zip } from '../zip/zip.ts'
import { coveredBy } from './drawing-part.ts'
import { readSheet, type SharedParts } from './sheet-part.ts'
import { readStrings } from './strings-part.ts'
import { readLooks } from './styles-part.ts'
import { readWorkbook } from './workbook-part.ts'

const WORKBOOK_TYPE = /spreadsheetml\.(?:sheet|template)\.main|ms-excel\.(?:sheet|template)\.macroEnabled\.main/i

/** The drawing of a sheet: whether it has pictures, and which cells it covers. */
const drawingOf = async (zip: Zip, sheet: string): Promise<{ readonly hasPicture: boolean; readonly covered: readonly Range[] }> => {
  const drawing = partOfType(await readRelationships(zip, sheet), 'drawing')
  if (drawing === undefined) return NO_DRAWING
  const part = await readPart(zip, drawing)
  return {
    hasPicture: partOfType(await readRelationships(zip, drawing), 'image') !== undefined,
    covered: part === undefined ? [] : coveredBy(part),
  }
}

const NO_DRAWING = { hasPicture: false, covered: [] }

const mustRead = async (zip: Zip, name: string): Promise<Uint8Array> => {
  const part = await readPart(zip, name)
  if (part === undefined) throw new UnreadableError('damaged')
  return part
}

const readBook = async (bytes: Uint8Array, tools: ReadTools): Promise<Content> => {
  const zip = openZip(bytes, tools)
  if (zip.has('xl/workbook.bin')) throw new UnreadableError('unknown-format')
  const main = await findMainPart(zip, WORKBOOK_TYPE, 'xl/workbook.xml')
  const { sheets, date1904, isStale } = readWorkbook(await mustRead(zip, main))
  const pointedAt = await readRelationships(zip, main)
  const beside = async (type: string): Promise<Uint8Array | undefined> => {
    const name = partOfType(pointedAt, type)
    return name === undefined ? undefined : readPart(zip, name)
  }
  const shared: SharedParts = {
    strings: readStrings(await beside('sharedStrings')),
    ...readLooks(await beside('styles')),
    formatter: await loadFormatter(),
    date1904,
    isStale,
  }
  const named: NamedSheet[] = []
  for (const { name, id, hidden } of sheets) {
    const relationship = pointedAt.find((each) => each.id === id)
    if (relationship === undefined) throw new UnreadableError('damaged')
    if (relationship.type !== 'worksheet') continue
    const { content, hasDrawing } = readSheet(await mustRead(zip, relationship.part), shared, tools.limits)
    const drawing = hasDrawing ? await drawingOf(zip, relationship.part) : NO_DRAWING
    const cells = doubtedWithin(content.cells, drawing.covered, 'covered', { step: startDeadline(tools.limits) })
    named.push({ name, hidden, content: { ...content, cells }, hasPicture: drawing.hasPicture })
  }
  if (named.length === 0) throw new UnreadableError('damaged')
  return blocksOf(named, tools.limits)
}

/** Reads workbooks of Office Open XML, as Excel, WPS and LibreOffice write them. */
export const xlsxReader: Reader = readBook
