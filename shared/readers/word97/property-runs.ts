import type { ByteView } from '../compound-file/byte-view.ts'
import { UnreadableError } from '../reader.ts'
import type { Stretch } from './file-information.ts'

/** A stretch of the file whose characters or paragraphs share their properties. */
export type PropertyRun = { readonly from: number; readonly to: number; readonly style: number; readonly modifiers: ByteView | undefined }

/** Finds the run that holds a place in the file. */
export type PropertyRuns = (fileAt: number) => PropertyRun | undefined

const PAGE_BYTES = 512
const PAGE_NUMBER = 0x3fffff

type Kind = { readonly entryBytes: number; readonly properties: (page: ByteView, at: number) => Pick<PropertyRun, 'style' | 'modifiers'> }

/** Paragraphs: a count of words, or 0 and then a count of words; the style's number; the properties. */
export const PARAGRAPHS: Kind = {
  entryBytes: 13,
  properties: (page, at) => {
    const words = page.u8(at)
    const [start, size] = words > 0 ? [at + 1, words * 2 - 1] : [at + 2, page.u8(at + 1) * 2]
    return size < 2 ? { style: 0, modifiers: undefined } : { style: page.u16(start), modifiers: page.slice(start + 2, size - 2) }
  },
}

/** Characters: a count of bytes, then the properties. */
export const CHARACTERS: Kind = {
  entryBytes: 1,
  properties: (page, at) => ({ style: 0, modifiers: page.slice(at + 1, page.u8(at)) }),
}

function* runsOfPage(page: ByteView, { entryBytes, properties }: Kind): Generator<PropertyRun> {
  const count = page.u8(PAGE_BYTES - 1)
  for (let index = 0; index < count; index++) {
    const at = page.u8((count + 1) * 4 + index * entryBytes) * 2
    const found = at === 0 ? { style: 0, modifiers: undefined } : properties(page, at)
    yield { from: page.u32(index * 4), to: page.u32(index * 4 + 4), ...found }
  }
}

/** Reads the pages of one kind of property. They are found by place in the file, not by place in the text: the two differ in edited files. */
export const readPropertyRuns = (main: ByteView, table: ByteView, { at, length }: Stretch, kind: Kind): PropertyRuns => {
  const plc = table.slice(at, length)
  const pages = Math.max(0, Math.floor((plc.length - 4) / 8))
  if (pages > main.length / PAGE_BYTES) throw new UnreadableError('damaged')
  const runs: PropertyRun[] = []
  for (let index = 0; index < pages; index++) {
    const number = plc.u32((pages + 1) * 4 + index * 4) & PAGE_NUMBER
    runs.push(...runsOfPage(main.slice(number * PAGE_BYTES, PAGE_BYTES), kind))
  }
  runs.sort((a, b) => a.from - b.from)

  const holds = (run: PropertyRun | undefined, fileAt: number) => run !== undefined && fileAt >= run.from && fileAt < run.to
  let last: PropertyRun | undefined
  return (fileAt) => {
    if (holds(last, fileAt)) return last
    let [low, high] = [0, runs.length - 1]
    while (low < high) {
      const middle = Math.ceil((low + high) / 2)
      if ((runs[middle]?.from ?? 0) <= fileAt) low = middle
      else high = middle - 1
    }
    last = holds(runs[low], fileAt) ? runs[low] : undefined
    return last
  }
}
