/** Reads a plain text: a paragraph a line, and tables where lines in a row are split by bars or tabs. */
import type { Block, Paragraph, Source, Table } from '../../document/document.ts'
import { decodeText, isGarbled } from '../encoding/decode-text.ts'
import { type Reader, type ReadLimits, tooLong, tooMany, UnreadableError } from '../reader.ts'
import { type Line, splitLines } from './lines.ts'
import { isLoneBar, isRule, lineText, type RowLine, rowLine } from './row-line.ts'

type Row = { readonly line: Line; readonly row: RowLine }

const placeOf = ({ line, page }: Line): Source => ({ line, ...(page !== undefined && { page }) })

const paragraphsOf = (lines: readonly Line[]): Paragraph[] =>
  lines.flatMap((line) => {
    const text = lineText(line.text)
    return text === '' ? [] : [{ kind: 'paragraph' as const, text, source: placeOf(line) }]
  })

const tableOf = (rows: readonly Row[], first: Line, table: number): Table => ({
  kind: 'table',
  source: { ...placeOf(first), table },
  rows: rows.map(({ line, row: { cells } }, rowIndex) =>
    cells.map((text, column) => {
      const source = { ...placeOf(line), table, row: rowIndex + 1, cell: column + 1 }
      return { column, columnSpan: 1, rowSpan: 1, blocks: text === '' ? [] : [{ kind: 'paragraph', text, source }], source }
    }),
  ),
})

/** One line with a single bar or tab may be prose; two of them, or one of three cells, are a table. */
const isTable = (rows: readonly Row[]): boolean => {
  const filled = rows.filter(({ row: { cells } }) => cells.some((cell) => cell !== ''))
  const widths = filled.map(({ row: { cells } }) => cells.length)
  return widths.some((width) => width >= 3) || widths.filter((width) => width >= 2).length >= 2
}

/** Gathers rows that follow one another and are split alike, blank lines between them or not. */
const blocksOf = (text: string, limits: ReadLimits): Block[] => {
  const blocks: Block[] = []
  let [run, tables, pieces]: [Row[], number, number] = [[], 0, 0]
  const endRun = (): void => {
    const [first] = run
    if (first !== undefined && isTable(run)) blocks.push(tableOf(run, first.line, ++tables))
    else blocks.push(...paragraphsOf(run.map(({ line }) => line)))
    run = []
  }
  for (const line of splitLines(text)) {
    if (line.text.trim() === '' || isLoneBar(line.text) || isRule(line.text)) continue
    const row = rowLine(line.text)
    pieces += row?.cells.length ?? 1
    if (pieces > limits.cells) throw new UnreadableError('too-complex', tooMany(limits))
    if (row === undefined || (run[0] !== undefined && run[0].row.delimiter !== row.delimiter)) endRun()
    if (row === undefined) blocks.push(...paragraphsOf([line]))
    else run.push({ line, row })
  }
  endRun()
  return blocks
}

/** In UTF-8 and GB18030. */
const MOST_BYTES_A_LETTER = 4

export const textReader: Reader = async (bytes, { limits }) => {
  if (bytes.length > MOST_BYTES_A_LETTER * limits.characters) throw new UnreadableError('too-complex', tooLong(limits))
  const decoded = decodeText(bytes)
  if (decoded.text.length > limits.characters) throw new UnreadableError('too-complex', tooLong(limits))
  if (isGarbled(decoded)) throw new UnreadableError('garbled')
  return { blocks: blocksOf(decoded.text, limits), remarks: [] }
}
