import type { PageContent } from './page-content.ts'
import type { Item } from './page-items.ts'

type LineItem = Extract<Item, { kind: 'line' }>

/** How much of a page's height, at its top and bottom, may hold page numbers and running heads. */
const MARGIN = 0.12
const PAGE_NUMBER = /^[-—–―·~\s]*第?\s*\d{1,4}\s*页?\s*(?:[/,，]?\s*共?\s*\d{1,4}\s*页?)?[-—–―·~\s]*$/

const withoutDigits = (text: string): string => text.replace(/\d+/g, '#')

/**
 * Leaves out page numbers and running heads: lines in the margin, the outermost of their page, that are a number or that stand on three
 * pages and more.
 */
export const withoutMargins = (pages: readonly { readonly content: PageContent; readonly items: readonly Item[] }[]): Item[] => {
  const marginLines = pages.map(({ content: { height }, items }): LineItem[] => {
    const outer = [...items.slice(0, 2), ...items.slice(2).slice(-2)]
    return outer.filter(
      (item): item is LineItem => item.kind === 'line' && (item.top < height * MARGIN || item.top > height * (1 - MARGIN)),
    )
  })
  const seen = new Map<string, number>()
  for (const lines of marginLines)
    for (const text of new Set(lines.map(({ line }) => withoutDigits(line.text)))) seen.set(text, (seen.get(text) ?? 0) + 1)
  const repeated = ({ line }: LineItem): boolean => (seen.get(withoutDigits(line.text)) ?? 0) >= 3
  const left = new Set<Item>(marginLines.flat().filter((item) => PAGE_NUMBER.test(item.line.text) || repeated(item)))
  return pages.flatMap(({ items }) => items.filter((item) => !left.has(item)))
}
