import type { CellObject } from '@e965/xlsx'
import type { Doubt } from '../../document/document.ts'
import type { Remark } from '../../document/reading.ts'
import { openCompoundFile } from '../compound-file/compound-file.ts'
import { type Content, type Reader, type ReadTools, UnreadableError } from '../reader.ts'
import { type Run, seenText } from '../seen-text/seen-text.ts'
import { blocksOf, type NamedSheet } from '../sheets/blocks.ts'
import { loadFormatter } from '../sheets/formatter.ts'
import { PLAIN_LOOK } from '../sheets/look.ts'
import { type Formatter, numberText } from '../sheets/number-text.ts'
import { MOST_COLUMNS, MOST_ROWS, placeNumber, type SheetCell, type SheetContent } from '../sheets/sheet-content.ts'
import { parseStream, type Sheet } from './library.ts'
import { type Looks, readLooks } from './looks.ts'
import { RECORD, recordsOf, type StreamRecord, tamedStream } from './record-stream.ts'
import { readSharedTexts } from './shared-texts.ts'
import { readStatedSheets, type StatedCell, type StatedSheet } from './stated-cells.ts'

type Book = Looks & { readonly texts: readonly (readonly Run[])[]; readonly formatter: Formatter; readonly date1904: boolean }

/** The table of shared texts: its record, and those in which it goes on. */
const textParts = (records: readonly StreamRecord[]) => {
  const start = records.findIndex(({ type }) => type === RECORD.strings)
  if (start < 0) return undefined
  const end = records.findIndex(({ type }, index) => index > start && type !== RECORD.continued)
  return records.slice(start, end < 0 ? undefined : end).map(({ content }) => content)
}

/** [MS-XLS] 2.5.10 */
const ERRORS: Readonly<Record<number, string>> = {
  0: '#NULL!',
  7: '#DIV/0!',
  15: '#VALUE!',
  23: '#REF!',
  29: '#NAME?',
  36: '#NUM!',
  42: '#N/A',
}

/** What stands in a cell. Formulas count by the result that was stored with them, errors by their name. */
const statedText = (
  { t, v }: CellObject,
  stated: StatedCell | undefined,
  book: Book,
): { readonly text: string | readonly Run[]; readonly doubt?: Doubt } => {
  const shared = stated?.text === undefined ? undefined : book.texts[stated.text]
  if (shared !== undefined) return { text: shared }
  if (t === 'n' && typeof v === 'number')
    return numberText(v, (book.looks[stated?.look ?? -1] ?? PLAIN_LOOK).format, book.formatter, book.date1904)
  if (t === 's') return { text: String(v ?? '').replaceAll('\r\n', '\n') }
  if (t === 'b') return { text: v ? 'TRUE' : 'FALSE' }
  return { text: t === 'e' ? (ERRORS[Number(v)] ?? '') : '' }
}

/** The library keeps rows and columns as keys of arrays with gaps; a key beyond the last of all is made up. */
const contentOf = (sheet: Sheet, stated: StatedSheet, book: Book): SheetContent => {
  const cells: SheetCell[] = []
  const remarks = new Set<Remark>()
  for (const [key, line = []] of Object.entries(sheet['!data'] ?? {})) {
    const row = Number(key)
    if (!(Number.isInteger(row) && row < MOST_ROWS) || line.length > MOST_COLUMNS) throw new UnreadableError('damaged')
    line.forEach((cell, column) => {
      if (cell === undefined) return
      const said = stated.cells.get(placeNumber(row, column))
      const { text, doubt } = statedText(cell, said, book)
      const look = book.looks[said?.look ?? -1] ?? PLAIN_LOOK
      const seen = seenText(typeof text === 'string' ? [{ text }] : text, look)
      for (const remark of seen.leftOut) remarks.add(remark)
      const doubted = said?.isStale === true ? 'stale-formula' : doubt
      const shown: SheetCell = { row, column, text: seen.text }
      cells.push(doubted !== undefined && seen.leftOut.length === 0 ? { ...shown, doubt: doubted } : shown)
    })
  }
  const hiddenRows = new Set(Object.entries(sheet['!rows'] ?? {}).flatMap(([row, info]) => (info?.hidden === true ? [Number(row)] : [])))
  const hiddenColumns = Array.from(sheet['!cols'] ?? [], (info) => info?.hidden === true)
  return { cells, merges: sheet['!merges'] ?? [], hiddenRows, hiddenColumns, remarks }
}

const readXls = async (bytes: Uint8Array, { limits }: ReadTools): Promise<Content> => {
  const file = openCompoundFile(bytes)
  const stream = file.stream('Workbook')
  // Before Excel 97 the stream was called Book, and its letters are of a code page.
  if (stream === undefined) throw new UnreadableError(file.has('Book') ? 'old-format' : 'damaged')
  const records = recordsOf(stream, limits)
  const parsed = await parseStream(tamedStream(stream, records))
  const stated = readStatedSheets(records)
  const looks = readLooks(records)
  const parts = textParts(records)
  const book: Book = {
    ...looks,
    texts: parts === undefined ? [] : readSharedTexts(parts, looks.fontAt),
    formatter: await loadFormatter(),
    date1904: parsed.Workbook?.WBProps?.date1904 === true,
  }
  const named = parsed.SheetNames.flatMap((name, index): NamedSheet[] => {
    const [sheet, said]: [Sheet | undefined, StatedSheet | undefined] = [parsed.Sheets[name], stated[index]]
    if (said?.isSheet === false) return []
    if (sheet === undefined || said === undefined) throw new UnreadableError('damaged') // the library passes over a sheet that it cannot read
    const hidden = (parsed.Workbook?.Sheets?.[index]?.Hidden ?? 0) !== 0
    return [{ name, hidden, hasPicture: false, content: contentOf(sheet, said, book) }]
  })
  return blocksOf(named, limits)
}

/** Reads workbooks of Excel 97 to 2003. */
export const xlsReader: Reader = readXls
