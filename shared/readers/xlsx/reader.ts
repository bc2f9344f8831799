import { openCompoundFile } from '../compound-file/compound-file.ts'
import { type Content, type Reader, type ReadTools, UnreadableError } from '../reader.ts'
import { blocksOf } from './blocks.ts'
import { cellText } from './cell-text.ts'
import { loadLibrary } from './library.ts'
import { openPackage } from './package.ts'
import { tamedStream } from './record-stream.ts'

const readXlsx = async (bytes: Uint8Array, tools: ReadTools): Promise<Content> => {
  const { parts, sheets } = await openPackage(bytes, tools)
  const { parseParts, isDateFormat } = await loadLibrary()
  const book = parseParts(parts)
  const hasPicture = (sheet: number): boolean | undefined => sheets.get(book.Workbook?.Sheets?.[sheet]?.id ?? '')
  return blocksOf(book, { hasPicture, textOf: (cell) => cellText(cell, isDateFormat) }, tools.limits)
}

const readXls = async (bytes: Uint8Array, { limits }: ReadTools): Promise<Content> => {
  const file = openCompoundFile(bytes)
  const stream = file.stream('Workbook')
  // Before Excel 97 the stream was called Book, and its letters are of a code page.
  if (stream === undefined) throw new UnreadableError(file.has('Book') ? 'old-format' : 'damaged')
  const { parseStream, isDateFormat } = await loadLibrary()
  const book = parseStream(tamedStream(stream, limits))
  return blocksOf(book, { hasPicture: () => false, textOf: (cell) => cellText(cell, isDateFormat) }, limits)
}

/** Reads workbooks of Office Open XML, as Excel, WPS and LibreOffice write them. */
export const xlsxReader: Reader = { format: 'xlsx', read: readXlsx }

/** Reads workbooks of Excel 97 to 2003. */
export const xlsReader: Reader = { format: 'xls', read: readXls }
