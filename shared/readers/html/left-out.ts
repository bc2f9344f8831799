/** Follows an element that is not read, to the tag that ends it. */
import { BLOCKS, tableRank } from './elements.ts'

/** What a tag does to the element: it stands `inside`, it `ended` the element, or the element is `over` before this tag, which counts. */
export type LeftOut = {
  readonly open: (name: string) => 'inside' | 'over'
  readonly close: (name: string) => 'inside' | 'ended' | 'over'
}

/** Closing tags are often missing: a cell ends where the next begins, everything in a cell ends with it, a paragraph ends with the next block. */
export const leftOut = (element: string): LeftOut => {
  const rank = tableRank(element)
  let [depth, tables] = [1, element === 'table' ? 1 : 0]
  const endsParagraph = (name: string): boolean => element === 'p' && name !== 'br' && BLOCKS.has(name)
  const endsPart = (name: string, atLeast: number): boolean => tables === 0 && tableRank(name) >= atLeast
  return {
    open: (name) => {
      if (endsParagraph(name) || (name !== 'table' && endsPart(name, Math.max(1, rank)))) return 'over'
      if (name === 'table') tables++
      if (name === element) depth++
      return 'inside'
    },
    close: (name) => {
      if (name === element) return --depth === 0 ? 'ended' : 'inside'
      if (endsParagraph(name) || endsPart(name, rank + 1)) return 'over'
      if (name === 'table') tables--
      return 'inside'
    },
  }
}
