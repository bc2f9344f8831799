import type { Block } from '../../document/document.ts'
import type { DrawnTable } from './drawn-table.ts'
import { withoutMargins } from './margins.ts'
import type { PageContent } from './page-content.ts'
import { type Item, itemsOf } from './page-items.ts'
import { goesOn, measuresOf, paragraphText } from './paragraphs.ts'
import { tableBlock } from './table-block.ts'
import { isSameEdge } from './table-rows.ts'
import type { TextLine } from './text-lines.ts'

const isSameTable = (before: DrawnTable, next: DrawnTable): boolean =>
  next.page === before.page + 1 && isSameEdge(before.left, next.left) && isSameEdge(before.right, next.right)

/** The pages of a file as blocks in reading order: lines joined into paragraphs, tables joined where they go on over a page's end. */
export const blocksOf = (contents: readonly PageContent[]): Block[] => {
  const pages = contents.map((content, index) => ({ content, items: itemsOf(content, index + 1) }))
  const items = withoutMargins(pages)
  const lineItems = items.filter((item) => item.kind === 'line')
  const measures = measuresOf(
    pages.map(({ content }, index) => ({ content, lines: lineItems.filter(({ page }) => page === index + 1).map(({ line }) => line) })),
  )
  const measureOn = (page: number) => measures[page - 1] ?? { left: 0, right: 0, size: 0 }

  const blocks: Block[] = []
  let [paragraphs, tables] = [0, 0]
  let open: { lines: TextLine[]; page: number; lastPage: number } | undefined
  let parts: DrawnTable[] = []
  const closeParagraph = () => {
    if (open !== undefined)
      blocks.push({ kind: 'paragraph', text: paragraphText(open.lines), source: { page: open.page, paragraph: ++paragraphs } })
    open = undefined
  }
  const closeTable = () => {
    if (parts.length > 0) blocks.push(tableBlock(parts, ++tables))
    parts = []
  }
  const addLine = ({ line, page }: Extract<Item, { kind: 'line' }>) => {
    const before = open?.lines.at(-1)
    if (open !== undefined && before && goesOn(before, measureOn(open.lastPage), line, measureOn(page), open.lastPage === page)) {
      open.lines.push(line)
      open.lastPage = page
      return
    }
    closeParagraph()
    open = { lines: [line], page, lastPage: page }
  }
  for (const item of items) {
    if (item.kind !== 'table') closeTable()
    if (item.kind === 'line') {
      addLine(item)
      continue
    }
    closeParagraph()
    if (item.kind === 'picture') blocks.push({ kind: 'picture', source: { page: item.page } })
    else {
      const before = parts.at(-1)
      if (before !== undefined && !isSameTable(before, item.table)) closeTable()
      parts.push(item.table)
    }
  }
  closeParagraph()
  closeTable()
  return blocks
}
