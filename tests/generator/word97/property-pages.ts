import { padTo, u16, u32, zeros } from './little-endian.ts'

/** A stretch of the file, its end, and what its properties are stored as. */
export type Run = { readonly end: number; readonly stored: readonly number[] }

const PAGE = 512

/** A paragraph's properties as a page keeps them: a count of words, the number of its style, the list. */
export const storedParagraph = (modifiers: readonly number[], style = 0): number[] => {
  const bytes = [...u16(style), ...modifiers]
  return bytes.length % 2 === 1 ? [(bytes.length + 1) / 2, ...bytes] : [0, bytes.length / 2, ...bytes]
}

export const storedCharacters = (modifiers: readonly number[]): number[] => (modifiers.length === 0 ? [] : [modifiers.length, ...modifiers])

const writePage = (start: number, runs: readonly Run[], entryBytes: number): number[] => {
  const page = zeros(PAGE)
  let free = PAGE - 1
  const entries = runs.flatMap(({ stored }) => {
    if (stored.length === 0) return zeros(entryBytes)
    free -= stored.length
    free -= free % 2
    page.splice(free, stored.length, ...stored)
    return [free / 2, ...zeros(entryBytes - 1)]
  })
  const heads = [start, ...runs.map(({ end }) => end)].flatMap(u32)
  page.splice(0, heads.length + entries.length, ...heads, ...entries)
  page[PAGE - 1] = runs.length
  return page
}

/** Fills pages with runs, as many as go into each. Gives the pages and the list that says where each begins. */
export const writePropertyPages = (
  start: number,
  runs: readonly Run[],
  kind: 'paragraphs' | 'characters',
  firstPage: number,
): { pages: number[]; list: number[] } => {
  const entryBytes = kind === 'paragraphs' ? 13 : 1
  const pages: number[] = []
  const starts: number[] = [start]
  let [waiting, size]: [Run[], number] = [[], 0]
  const flush = () => {
    if (waiting.length === 0) return
    pages.push(...writePage(starts.at(-1) ?? start, waiting, entryBytes))
    starts.push(waiting.at(-1)?.end ?? start)
    ;[waiting, size] = [[], 0]
  }
  for (const run of runs) {
    const more = 4 + entryBytes + run.stored.length + 2
    if (size + more > PAGE - 6) flush()
    waiting.push(run)
    size += more
  }
  flush()
  return { pages: padTo(pages, PAGE), list: [...starts.flatMap(u32), ...starts.slice(1).flatMap((_, index) => u32(firstPage + index))] }
}
