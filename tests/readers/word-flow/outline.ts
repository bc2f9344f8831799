import { type Block, cellText } from '../../../shared/document/document.ts'
import type { Reading } from '../../../shared/document/reading.ts'
import { answerOf } from '../../../shared/readers/read-file.ts'
import { READ_LIMITS, type Reader, type ReadLimits } from '../../../shared/readers/reader.ts'

type OutlineBlock = string | { readonly trust?: string; readonly rows: readonly (readonly string[])[] }

const cellsOf = (blocks: readonly Block[]): string => {
  const inner = blocks.flatMap((block) => (block.kind === 'table' ? [JSON.stringify(outlineBlock(block))] : []))
  const pictures = blocks.filter(({ kind }) => kind === 'picture').map(() => '[picture]')
  return [cellText({ column: 0, columnSpan: 1, rowSpan: 1, source: {}, blocks }), ...inner, ...pictures]
    .filter((part) => part !== '')
    .join(' ')
}

const outlineBlock = (block: Block): OutlineBlock => {
  if (block.kind === 'paragraph') return block.text
  if (block.kind === 'picture') return '[picture]'
  const rows = block.rows.map((row) =>
    row.map(({ column, columnSpan, rowSpan, blocks }) => {
      const spans = columnSpan * rowSpan === 1 ? '' : `+${columnSpan}x${rowSpan}`
      return `${column}${spans} ${cellsOf(blocks)}`.trimEnd()
    }),
  )
  return { ...(block.trust && { trust: block.trust }), rows }
}

/** What a reader made of a file, short enough to be read in a test: a cell is its column, its spans where it has any, its text. */
export type Outline =
  | { readonly blocks: readonly OutlineBlock[]; readonly remarks: readonly string[] }
  | { readonly unreadable: string; readonly format: string | null }

const outline = (reading: Reading): Outline =>
  'unreadable' in reading
    ? { unreadable: reading.unreadable, format: reading.format }
    : { blocks: reading.document.blocks.map(outlineBlock), remarks: reading.remarks }

const noInflate = () => Promise.reject(new Error('neither format is packed'))

export const readWith = (reader: Reader, bytes: Uint8Array, limits: Partial<ReadLimits> = {}): Promise<Reading> =>
  answerOf(reader, bytes, { inflate: noInflate, limits: { ...READ_LIMITS, ...limits } })

export const outlineOf = async (reader: Reader, bytes: Uint8Array, limits: Partial<ReadLimits> = {}): Promise<Outline> =>
  outline(await readWith(reader, bytes, limits))
