import { blocksOf } from '../page-layout/document-blocks.ts'
import { mustBeLegible } from '../page-layout/legibility.ts'
import { startPages } from '../page-layout/page-contents.ts'
import type { Content, Reader, ReadTools } from '../reader.ts'
import { readPages } from './package.ts'

const readPackage = async (bytes: Uint8Array, tools: ReadTools): Promise<Content> => {
  const { pages, repeated } = await readPages(bytes, tools)
  const read = startPages()
  for (const { drawing, view } of pages) read.add(drawing, view)
  const { contents, remarks } = read.end()
  mustBeLegible(contents)
  return { blocks: blocksOf(contents), remarks: repeated ? [...remarks, 'repeated-pages-left-out'] : remarks }
}

/**
 * Reads OFD, the layout format of GB/T 33190. Its pages are letters at places and lines, as those of a PDF, and paragraphs and tables
 * are told from them in the same way. What was laid over a page is read with it; of seals, which stand in parts of their own, nothing is.
 */
export const ofdReader: Reader = readPackage
