import type { Remark } from '../../document/reading.ts'
import { startBudget } from '../page-layout/budget.ts'
import { blocksOf } from '../page-layout/document-blocks.ts'
import { mustBeLegible } from '../page-layout/legibility.ts'
import { startPages } from '../page-layout/page-contents.ts'
import { type Content, type Reader, type ReadTools, UnreadableError } from '../reader.ts'
import { interpretPage } from './interpret-page.ts'
import { withPdf } from './library.ts'
import { withPagesOnce } from './page-tree.ts'
import { mustUnpackWithin } from './stream-sizes.ts'
import { isPlaceholder } from './xfa-placeholder.ts'

const REPEATED: Remark = 'repeated-pages-left-out'

const readContents = (bytes: Uint8Array, tools: ReadTools) =>
  withPdf(bytes, tools, async ({ pages, codes, operatorsOf, hasXfa }) => {
    if (pages > tools.limits.pages) throw new UnreadableError('too-complex', `${tools.limits.pages}页`)
    const read = startPages()
    const seen = new Set<string>()
    let repeated = false
    const spend = startBudget(tools.limits)
    for (let page = 1; page <= pages; page++) {
      const operators = await operatorsOf(page)
      if (operators.reference !== undefined && seen.has(operators.reference)) {
        repeated = true
        continue
      }
      if (operators.reference !== undefined) seen.add(operators.reference)
      const drawing = interpretPage(operators, codes)
      spend(drawing)
      read.add(drawing, operators.view)
    }
    const { contents, remarks } = read.end()
    if (isPlaceholder(contents) && (await hasXfa())) throw new UnreadableError('xfa-form')
    return { contents, remarks: repeated ? [...remarks, REPEATED] : remarks }
  })

/** Reads the pages; where a list of pages names one twice, it is read once, and told. */
const readOnce = async (bytes: Uint8Array, tools: ReadTools): ReturnType<typeof readContents> => {
  try {
    return await readContents(bytes, tools)
  } catch (error) {
    const once = error instanceof UnreadableError && error.reason === 'repeated-pages' ? withPagesOnce(bytes) : undefined
    if (once === undefined) throw error
    const { contents, remarks } = await readContents(once, tools)
    return { contents, remarks: [...remarks, REPEATED] }
  }
}

const readPages = async (bytes: Uint8Array, tools: ReadTools): Promise<Content> => {
  await mustUnpackWithin(bytes, tools)
  const { contents, remarks } = await readOnce(bytes, tools)
  mustBeLegible(contents)
  return { blocks: blocksOf(contents), remarks }
}

/**
 * Reads PDF files. A page is glyphs and lines that know nothing of each other: tables are told by the lines drawn around their cells or,
 * where there are none, by the white between their columns, and paragraphs by how their lines begin and end.
 */
export const pdfReader: Reader = readPages
