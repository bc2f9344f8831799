import { utils, type WorkBook, type WorkSheet, write } from '@e965/xlsx'
import { placed, type SampleCell, type SampleDocument, type SampleTable, type SampleText } from '../sample-document.ts'
import { withRichCells } from './rich-cells.ts'
import { sameZipTimes } from './same-zip-times.ts'

export const SHEET_LAYOUTS = ['one-sheet', 'sheet-a-table', 'figures-as-text'] as const
export type SheetLayout = (typeof SHEET_LAYOUTS)[number]

type Blocks = SampleDocument['blocks']
type Value = string | number

const NUMBER = /^-?\d+(\.\d+)?$/

/** A sheet, and its cells with decoys by their names. */
type Sheet = { readonly sheet: WorkSheet; readonly decoyed: ReadonlyMap<string, SampleCell> }

/** Paragraphs in the first column, tables from the first column on with their merged cells. */
const sheetOf = (blocks: Blocks, value: (text: string) => Value): Sheet => {
  const decoyed = new Map<string, SampleCell>()
  const rows: Value[][] = []
  const merges: NonNullable<WorkSheet['!merges']> = []
  const put = (table: SampleTable): void => {
    const top = rows.length
    rows.push(...table.rows.map(() => Array.from({ length: table.columns }, () => '')))
    for (const { cell, row, column } of placed(table)) {
      const line = rows[top + row]
      if (cell.decoy !== undefined) decoyed.set(utils.encode_cell({ r: top + row, c: column }), cell)
      if (line !== undefined) line[column] = cell.figure === undefined ? cell.text : value(cell.text)
      if (cell.columnSpan > 1 || cell.rowSpan > 1)
        merges.push({ s: { r: top + row, c: column }, e: { r: top + row + cell.rowSpan - 1, c: column + cell.columnSpan - 1 } })
    }
  }
  for (const block of blocks) {
    if (block.kind === 'table') put(block)
    else rows.push([block.text])
  }
  const sheet = utils.aoa_to_sheet(rows)
  sheet['!merges'] = merges
  return { sheet, decoyed }
}

const isHeading = (block: SampleText | SampleTable): boolean => block.kind === 'heading'

/** A sheet for the title and section 一, and one for each further section. */
const sections = (blocks: Blocks): Blocks[] => {
  const starts = blocks.flatMap((block, index) => (isHeading(block) ? [index] : [])).slice(1)
  return [0, ...starts].map((start, index) => blocks.slice(start, starts[index]))
}

const SHEET_NAMES = ['总体情况', '表二', '表三', '表四', '问题及改进', '其他事项']

export const writeSheet = (document: SampleDocument, layout: SheetLayout, format: 'xlsx' | 'xls'): Uint8Array => {
  const value = (text: string): Value => (layout !== 'figures-as-text' && NUMBER.test(text) ? Number(text) : text)
  const parts = layout === 'sheet-a-table' ? sections(document.blocks) : [document.blocks]
  const book: WorkBook = utils.book_new()
  const sheets = parts.map((blocks) => sheetOf(blocks, value))
  sheets.forEach(({ sheet }, index) => {
    utils.book_append_sheet(book, sheet, parts.length === 1 ? '年报' : SHEET_NAMES[index])
  })
  const bytes = new Uint8Array(write(book, { type: 'array', bookType: format === 'xls' ? 'biff8' : 'xlsx', compression: true }))
  if (format === 'xls') return bytes
  return withRichCells(
    sameZipTimes(bytes),
    sheets.map(({ decoyed }) => decoyed),
  )
}
