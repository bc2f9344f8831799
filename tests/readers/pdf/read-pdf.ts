import type { Block, Table } from '../../../shared/document/document.ts'
import { type PdfOptions, writePdf } from '../../generator/pdf/write-pdf.ts'
import type { WordModel } from '../../generator/word97/model.ts'
import { contentOf } from '../test-reader.ts'

/** What the reader makes of a PDF printed from these blocks. */
export const printedAndRead = async (blocks: WordModel['blocks'], options: PdfOptions = {}): Promise<readonly Block[]> =>
  (await contentOf('pdf', writePdf({ blocks }, options))).blocks

export const textsOf = (blocks: readonly Block[]): string[] => blocks.flatMap((block) => (block.kind === 'paragraph' ? [block.text] : []))

export const tablesOf = (blocks: readonly Block[]): Table[] => blocks.filter((block) => block.kind === 'table')
