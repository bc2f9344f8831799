import type { Mark, PublicationStore, SiteStore } from '../../shared/ports/site-stores.ts'
import type { IdRange, Part } from '../../shared/publication/list-parts.ts'
import type { ListedAgency } from '../../shared/publication/listed-agency.ts'
import type { Publication } from '../../shared/submission/submission.ts'

const byId = (a: { readonly agencyId: string }, b: { readonly agencyId: string }): number => (a.agencyId < b.agencyId ? -1 : 1)
const isIn =
  ({ from, before }: IdRange) =>
  ({ agencyId }: { readonly agencyId: string }): boolean =>
    agencyId >= from && (before === undefined || agencyId < before)

type Entry = { readonly publication: Publication; readonly withdrawn?: true; readonly due?: string; readonly contested?: true }

export const memoryPublications = (): PublicationStore => {
  const items = new Map<string, Entry>()
  const key = (agencyId: string, year: number) => `${year}#${agencyId}`
  const contest = (at: string, one: string) => {
    const stands = items.get(one)
    if (stands !== undefined) items.set(one, { ...stands, due: at, contested: true })
  }
  const markOf = ({ publication, due, withdrawn, contested }: Entry): Mark[] => {
    const { agencyId, agencyName, year, submissionId } = publication
    return due === undefined ? [] : [{ agencyId, agencyName, year, submissionId, due, withdrawn, contested }]
  }
  return {
    async load(agencyId, year) {
      const entry = items.get(key(agencyId, year))
      return entry === undefined || entry.withdrawn ? undefined : structuredClone(entry.publication)
    },
    async put(publication, { at, over }) {
      const one = key(publication.agencyId, publication.year)
      const entry = items.get(one)
      const stands = entry?.withdrawn ? undefined : entry?.publication
      if ((entry?.publication.version ?? 0) > publication.version && stands !== undefined) {
        contest(at, one)
        return false
      }
      items.set(one, { publication: structuredClone(publication), due: at, ...(stands?.submissionId !== over && { contested: true }) })
      return true
    },
    async withdraw({ agencyId, year, submissionId }, at) {
      const one = key(agencyId, year)
      const entry = items.get(one)
      if (entry?.publication.submissionId === submissionId) items.set(one, { ...entry, due: at, withdrawn: true })
      else contest(at, one)
    },
    ofYear: async (year, range = { from: '' }) =>
      Array.from(items.values())
        .flatMap(({ publication, withdrawn }) => (publication.year === year && !withdrawn ? [structuredClone(publication)] : []))
        .filter(isIn(range))
        .toSorted(byId),
    marked: async (upTo, atMost) =>
      Array.from(items.values())
        .flatMap(markOf)
        .filter(({ due }) => due <= upTo)
        .toSorted((a, b) => (a.due < b.due ? -1 : 1))
        .slice(0, atMost),
    async settle(mark) {
      const one = key(mark.agencyId, mark.year)
      const entry = items.get(one)
      if (entry === undefined || entry.due !== mark.due || entry.publication.submissionId !== mark.submissionId) return
      if (entry.withdrawn !== mark.withdrawn) return
      if (entry.withdrawn) items.delete(one)
      else items.set(one, { publication: entry.publication })
    },
    moveEarlier: async () => 0,
  }
}

export const memorySite = (): SiteStore => {
  const lists = new Map<string, Map<number, Part>>()
  const agencies = new Map<string, ListedAgency>()
  let running: { readonly run: string; readonly state: 'running' | 'broken'; readonly until: string } | undefined
  return {
    async begin(run, at, until) {
      if (running?.state === 'running' && running.until >= at) return undefined
      const before = running
      running = { run, state: 'running', until }
      return before === undefined ? 'begun' : 'broken'
    },
    async end(run, how) {
      if (running?.run === run) running = how === 'done' ? undefined : { run, state: 'broken', until: '' }
    },
    parts: async (list) => structuredClone(Array.from(lists.get(list)?.values() ?? []).toSorted((a, b) => a.number - b.number)),
    async savePart(list, part) {
      lists.set(list, (lists.get(list) ?? new Map()).set(part.number, structuredClone(part)))
    },
    agency: async (id) => structuredClone(agencies.get(id)),
    saveAgency: async (agency) => void agencies.set(agency.agencyId, structuredClone(agency)),
    agencies: async (range = { from: '' }) => structuredClone(Array.from(agencies.values()).filter(isIn(range)).toSorted(byId)),
  }
}
