import { isDeepStrictEqual } from 'node:util'
import pMap from 'p-map'
import type { Ports } from '../../shared/ports/ports.ts'
import {
  type IdRange,
  inListOrder,
  isWritten,
  type Part,
  type PartShows,
  partOf,
  pieces,
  rangeOf,
  type WrittenPart,
} from '../../shared/publication/list-parts.ts'
import type { PublishedFile } from '../../shared/publication/published-file.ts'
import { SIDE_BY_SIDE, writeChanged } from './site-files.ts'

export type ListNeeds = Pick<Ports, 'publications' | 'siteStore' | 'site' | 'siteUrl'>

/** Which agencies changed in a list; `all` where everything is written again. */
export type Touched = ReadonlySet<string> | 'all'

/** `afresh`: whatever the hashes say of what was written last. */
export type Manner = { readonly afresh: boolean }

type Row = { readonly agencyId: string; readonly agencyName: string }

type List<Each extends Row> = {
  readonly list: string
  load(range: IdRange): Promise<Each[]>
  /** The files of a part, where there are several. */
  render(part: number, rows: readonly Each[]): PublishedFile[]
}

const showsOf = (rows: readonly Row[]): PartShows => ({
  count: rows.length,
  first: rows[0]?.agencyName ?? '',
  last: rows.at(-1)?.agencyName ?? '',
})

/**
 * Writes the parts of a list that changed, and splits those that grew too long. A part that is split is noted as one to be written before the new ones are
 * there, so that a run after a crash writes them all. Resolves with all parts in order, and the rows of those that it read.
 */
export const writeParts = async <Each extends Row>(
  { siteStore, site }: ListNeeds,
  { list, load, render }: List<Each>,
  touched: Touched,
  { afresh }: Manner,
): Promise<{ readonly parts: readonly WrittenPart[]; readonly rows: ReadonlyMap<number, readonly Each[]> }> => {
  const before = inListOrder(await siteStore.parts(list))
  const numbers = touched === 'all' ? undefined : new Set(Array.from(touched, (id) => partOf(before, id)))
  const due = before.filter((part) => numbers === undefined || numbers.has(part.number) || !isWritten(part))
  const read = await pMap(due, async (part) => ({ part, rows: await load(rangeOf(before, part)) }), SIDE_BY_SIDE)

  let last = Math.max(...before.map(({ number }) => number))
  const rows = new Map<number, readonly Each[]>()
  const [old, fresh]: [Part[], Part[]] = [[], []]
  for (const { part, rows: all } of read) {
    const [first = [], ...rest] = pieces(all)
    const { shows, ...unwritten } = part
    old.push(rest.length === 0 ? part : unwritten)
    rows.set(part.number, first)
    if (rest.length > 0) await siteStore.savePart(list, unwritten)
    for (const piece of rest) {
      last += 1
      const added = { number: last, from: piece[0]?.agencyId ?? '', written: {} }
      await siteStore.savePart(list, added)
      fresh.push(added)
      rows.set(last, piece)
    }
  }

  const several = before.length + fresh.length > 1
  const write = async (part: Part): Promise<WrittenPart> => {
    const listed = rows.get(part.number) ?? []
    const files = several ? render(part.number, listed) : []
    const now = { ...part, shows: showsOf(listed), written: await writeChanged(site, files, afresh ? {} : part.written) }
    if (!isDeepStrictEqual(now, part)) await siteStore.savePart(list, now)
    return now
  }
  // What moves to a new part is there before it leaves the old one.
  const written = [...(await pMap(fresh, write, SIDE_BY_SIDE)), ...(await pMap(old, write, SIDE_BY_SIDE))]
  const others = before.filter(isWritten).filter(({ number }) => !rows.has(number))
  return { parts: [...others, ...written].toSorted((a, b) => (a.from < b.from ? -1 : 1)), rows }
}
