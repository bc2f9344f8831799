import type { Block } from '../../document/document.ts'
import { startBudget } from '../page-layout/budget.ts'
import { blocksOf } from '../page-layout/document-blocks.ts'
import { mustBeLegible } from '../page-layout/legibility.ts'
import type { PageContent } from '../page-layout/page-content.ts'
import { upright } from '../page-layout/upright.ts'
import { type Reader, type ReadTools, UnreadableError } from '../reader.ts'
import { interpretPage } from './interpret-page.ts'
import { withPdf } from './library.ts'
import { mustUnpackWithin } from './stream-sizes.ts'

const readBlocks = async (bytes: Uint8Array, tools: ReadTools): Promise<Block[]> => {
  await mustUnpackWithin(bytes, tools)
  const contents = await withPdf(bytes, tools, async ({ pages, codes, operatorsOf }) => {
    if (pages > tools.limits.pages) throw new UnreadableError('too-complex', `${tools.limits.pages}页`)
    const read: PageContent[] = []
    const spend = startBudget(tools.limits)
    for (let page = 1; page <= pages; page++) {
      const operators = await operatorsOf(page)
      const drawing = interpretPage(operators, codes)
      spend(drawing)
      read.push(upright(drawing, operators.view))
    }
    return read
  })
  mustBeLegible(contents)
  return blocksOf(contents)
}

/**
 * Reads PDF files. A page is glyphs and lines that know nothing of each other: tables are told by the lines drawn around their cells or,
 * where there are none, by the white between their columns, and paragraphs by how their lines begin and end.
 */
export const pdfReader: Reader = {
  format: 'pdf',
  read: async (bytes, tools) => ({ blocks: await readBlocks(bytes, tools), remarks: [] }),
}
