import { utils, type WorkBook, type WorkSheet, write } from '@e965/xlsx'
import { placed, type SampleDocument, type SampleTable, type SampleText } from '../sample-document.ts'
import { sameZipTimes } from './same-zip-times.ts'

export const SHEET_LAYOUTS = ['one-sheet', 'sheet-a-table', 'figures-as-text'] as const
export type SheetLayout = (typeof SHEET_LAYOUTS)[number]

type Blocks = SampleDocument['blocks']
type Value = string | number

const NUMBER = /^-?\d+(\.\d+)?$/

/** Paragraphs in the first column, tables from the first column on with their merged cells. */
const sheetOf = (blocks: Blocks, value: (text: string) => Value): WorkSheet => {
  const rows: Value[][] = []
  const merges: NonNullable<WorkSheet['!merges']> = []
  const put = (table: SampleTable): void => {
    const top = rows.length
    rows.push(...table.rows.map(() => Array.from({ length: table.columns }, () => '')))
    for (const { cell, row, column } of placed(table)) {
      const line = rows[top + row]
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
  return sheet
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
  parts.forEach((blocks, index) => {
    utils.book_append_sheet(book, sheetOf(blocks, value), parts.length === 1 ? '年报' : SHEET_NAMES[index])
  })
  const bytes = new Uint8Array(write(book, { type: 'array', bookType: format === 'xls' ? 'biff8' : 'xlsx', compression: true }))
  return format === 'xlsx' ? sameZipTimes(bytes) : bytes
}
