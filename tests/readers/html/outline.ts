/** Blocks in a form that is easy to state and to compare: a string a paragraph, `column[+span][vspan]:text` a cell. */
import { type Block, type Cell, cellText } from '../../../shared/document/document.ts'
import type { Reading } from '../../../shared/document/reading.ts'
import { answerOf } from '../../../shared/readers/read-file.ts'
import type { Reader } from '../../../shared/readers/reader.ts'
import { READ_LIMITS, type ReadLimits } from '../../../shared/readers/reader.ts'

export type Outline = (string | string[][])[]

const cellOutline = (cell: Cell): string =>
  `${cell.column}${cell.columnSpan > 1 ? `+${cell.columnSpan}` : ''}${cell.rowSpan > 1 ? `v${cell.rowSpan}` : ''}:${cellText(cell)}`

export const outline = (blocks: readonly Block[]): Outline =>
  blocks.map((block) => {
    if (block.kind === 'paragraph') return block.text
    return block.kind === 'picture' ? '[picture]' : block.rows.map((row) => row.map(cellOutline))
  })

const noInflate = (): never => {
  throw new Error('this reader unpacks nothing')
}

export const readWith = (reader: Reader, bytes: Uint8Array, limits: Partial<ReadLimits> = {}): Promise<Reading> =>
  answerOf(reader, bytes, { inflate: noInflate, limits: { ...READ_LIMITS, ...limits } })

export const blocksOf = async (reader: Reader, bytes: Uint8Array): Promise<readonly Block[]> => {
  const reading = await readWith(reader, bytes)
  if ('unreadable' in reading) throw new Error(`unreadable: ${reading.unreadable}`)
  return reading.document.blocks
}
