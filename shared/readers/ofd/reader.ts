import type { Remark } from '../../document/reading.ts'
import { blocksOf } from '../page-layout/document-blocks.ts'
import { mustBeLegible } from '../page-layout/legibility.ts'
import { upright } from '../page-layout/upright.ts'
import type { Content, Reader, ReadTools } from '../reader.ts'
import { readPages } from './package.ts'

const readPackage = async (bytes: Uint8Array, tools: ReadTools): Promise<Content> => {
  const pages = await readPages(bytes, tools)
  const contents = pages.map(({ drawing, view }) => upright(drawing, view))
  mustBeLegible(contents)
  const remarks: Remark[] = pages.some(({ drawing }) => drawing.hidden) ? ['hidden-text-left-out'] : []
  return { blocks: blocksOf(contents), remarks }
}

/**
 * Reads OFD, the layout format of GB/T 33190. Its pages are letters at places and lines, as those of a PDF, and paragraphs and tables
 * are told from them in the same way. Seals and annotations, which stand in parts of their own, are not read.
 */
export const ofdReader: Reader = { format: 'ofd', read: readPackage }
