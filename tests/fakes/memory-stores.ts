import type { AgencyStore, LikenessStore } from '../../shared/ports/store.ts'
import type { StoredSignature } from '../../shared/submission/likeness.ts'
import { entryOf, likenessKeys, MOST_UNDER_A_KEY, mostAlike } from '../../shared/submission/likeness-keys.ts'
import { keepingFaults, withFaults } from '../../shared/submission/mail-addresses.ts'
import type { Agency } from '../../shared/submission/submission.ts'

const inOrder = <Value>(items: ReadonlyMap<string, Value>): Value[] =>
  Array.from(items)
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .map(([, value]) => structuredClone(value))

export const memoryAgencies = (): AgencyStore => {
  const items = new Map<string, Agency>()
  return {
    load: async (id) => structuredClone(items.get(id)),
    save: async (agency) => void items.set(agency.id, structuredClone(keepingFaults(agency, items.get(agency.id)))),
    async markMail(id, found) {
      const agency = items.get(id)
      const mailFaults = agency && withFaults(agency, found)
      if (agency === undefined || mailFaults === undefined) return false
      items.set(id, structuredClone({ ...agency, mailFaults }))
      return true
    },
    list: async () => inOrder(items),
    subordinatesOf: async (parent) =>
      inOrder(items)
        .filter((agency) => agency.parent === parent)
        .map(({ id, name }) => ({ id, name })),
  }
}

export const memoryLikeness = (): LikenessStore => {
  const items = new Map<string, StoredSignature>()
  const buckets = new Map<string, Set<string>>()
  const known = new Map<number, Set<number>>()
  const bucket = (year: number, key: number): Set<string> => buckets.get(`${year}#${key}`) ?? new Set()
  return {
    async put(signature, { open, crowded }) {
      const { year, agencyId, version } = signature
      for (const key of open)
        if (bucket(year, key).size <= MOST_UNDER_A_KEY) buckets.set(`${year}#${key}`, new Set([...bucket(year, key), agencyId]))
      known.set(year, new Set([...(known.get(year) ?? []), ...crowded]))
      const key = `${year}#${agencyId}`
      if ((items.get(key)?.version ?? 0) > version) return false
      items.set(key, structuredClone(signature))
      return true
    },
    async search({ year, agencyId, signature }) {
      const sections = likenessKeys(signature, known.get(year) ?? new Set())
      const found = new Map(sections.flat().map((key) => [key, bucket(year, key)]))
      return {
        others: mostAlike(found, agencyId).flatMap((other) => structuredClone(items.get(`${year}#${other}`)) ?? []),
        entry: entryOf(sections, found, agencyId),
      }
    },
    ofAgencies: async (year, agencyIds) => agencyIds.flatMap((id) => structuredClone(items.get(`${year}#${id}`)) ?? []),
    ofYear: async (year) => inOrder(items).filter((signature) => signature.year === year),
  }
}
