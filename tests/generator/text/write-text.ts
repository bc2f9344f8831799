import type { SampleDocument } from '../sample-document.ts'
import { encodeText, type TextEncoding } from './encode.ts'
import { pdfTable, textWidth, wrap } from './pdf-table.ts'
import { TEXT_TABLES } from './text-tables.ts'

type TableLayout = keyof typeof TEXT_TABLES
export type TextLayout = TableLayout | 'pdf-layout'
export const TEXT_LAYOUTS = [...(Object.keys(TEXT_TABLES) as TableLayout[]), 'pdf-layout'] as const

const PAGE_LINES = 44
const PAGE_WIDTH = 110

/** Pages as a text layer gives them: a page number in the middle of the last line, a form feed, and on goes the table. */
const paged = (lines: readonly string[]): string[] =>
  lines.flatMap((line, index) => {
    const page = index / PAGE_LINES
    return index > 0 && Number.isInteger(page) ? ['', `${' '.repeat(PAGE_WIDTH / 2 - 2)}- ${page} -`, `\f${line}`] : [line]
  })

const pdfLines = ({ blocks }: SampleDocument): string[] =>
  paged(
    blocks.flatMap((block) => {
      if (block.kind === 'table') return ['', ...pdfTable(block), '']
      if (block.kind === 'title') return [' '.repeat(Math.max(0, (PAGE_WIDTH - textWidth(block.text)) / 2)) + block.text, '']
      return wrap(`    ${block.text}`, PAGE_WIDTH)
    }),
  )

export const writeText = (document: SampleDocument, layout: TextLayout, encoding: TextEncoding): Uint8Array => {
  const lines =
    layout === 'pdf-layout'
      ? pdfLines(document)
      : document.blocks.flatMap((block) => (block.kind === 'table' ? TEXT_TABLES[layout](block) : [block.text]))
  return encodeText(`${lines.join('\n')}\n`, encoding)
}
