import { characterMap } from '../../../functions/node/character-map.ts'
import { inflate } from '../../../functions/node/inflate.ts'
import { type Block, cellText, type Table } from '../../../shared/document/document.ts'
import type { Reading } from '../../../shared/document/reading.ts'
import { pdfReader } from '../../../shared/readers/pdf/reader.ts'
import { answerOf } from '../../../shared/readers/read-file.ts'
import { READ_LIMITS, type ReadLimits } from '../../../shared/readers/reader.ts'
import { type PdfOptions, writePdf } from '../../generator/pdf/write-pdf.ts'
import type { WordModel } from '../../generator/word97/model.ts'

export const readPdf = (bytes: Uint8Array, limits: Partial<ReadLimits> = {}): Promise<Reading> =>
  answerOf(pdfReader, bytes, { inflate, characterMap, limits: { ...READ_LIMITS, ...limits } })

export const withoutMaps = (bytes: Uint8Array): Promise<Reading> => answerOf(pdfReader, bytes, { inflate, limits: READ_LIMITS })

export const blocksOf = async (blocks: WordModel['blocks'], options: PdfOptions = {}): Promise<readonly Block[]> => {
  const reading = await readPdf(writePdf({ blocks }, options))
  return 'unreadable' in reading ? [] : reading.document.blocks
}

export const textsOf = (blocks: readonly Block[]): string[] => blocks.flatMap((block) => (block.kind === 'paragraph' ? [block.text] : []))

export const tablesOf = (blocks: readonly Block[]): Table[] => blocks.filter((block) => block.kind === 'table')

/** A cell is its column, its spans where it has any, its text. */
export const gridOf = ({ rows }: Table): string[][] =>
  rows.map((row) =>
    row.map(
      (cell) => `${cell.column}${cell.columnSpan * cell.rowSpan === 1 ? '' : `+${cell.columnSpan}x${cell.rowSpan}`} ${cellText(cell)}`,
    ),
  )
