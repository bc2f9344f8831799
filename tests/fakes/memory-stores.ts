import type { AgencyStore, LikenessStore, PublicationStore } from '../../shared/ports/store.ts'
import type { StoredSignature } from '../../shared/submission/likeness.ts'
import type { Agency, Publication } from '../../shared/submission/submission.ts'

const inOrder = <Value>(items: ReadonlyMap<string, Value>): Value[] =>
  Array.from(items)
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .map(([, value]) => structuredClone(value))

export const memoryAgencies = (): AgencyStore => {
  const items = new Map<string, Agency>()
  return {
    load: async (id) => structuredClone(items.get(id)),
    save: async (agency) => void items.set(agency.id, structuredClone(agency)),
    list: async () => inOrder(items),
  }
}

export const memoryPublications = (): PublicationStore => {
  const items = new Map<string, Publication>()
  const key = (agencyId: string, year: number) => `${year}#${agencyId}`
  return {
    load: async (agencyId, year) => structuredClone(items.get(key(agencyId, year))),
    async put(publication) {
      const { agencyId, year, version } = publication
      if ((items.get(key(agencyId, year))?.version ?? 0) > version) return false
      items.set(key(agencyId, year), structuredClone(publication))
      return true
    },
    async remove({ agencyId, year, submissionId }) {
      if (items.get(key(agencyId, year))?.submissionId === submissionId) items.delete(key(agencyId, year))
    },
    list: async () => inOrder(items),
  }
}

export const memoryLikeness = (): LikenessStore => {
  const items = new Map<string, StoredSignature>()
  return {
    async put(signature) {
      const key = `${signature.year}#${signature.agencyId}`
      if ((items.get(key)?.version ?? 0) > signature.version) return false
      items.set(key, structuredClone(signature))
      return true
    },
    ofYear: async (year) => inOrder(items).filter((signature) => signature.year === year),
  }
}
