import type { Explanation } from '../../shared/assessment/explanation.ts'
import type { Waiver } from '../../shared/assessment/waiver.ts'
import type { ExplanationStore, WaiverStore } from '../../shared/ports/judgement-stores.ts'

const underPrefix = <Value>(items: ReadonlyMap<string, Value>, prefix: string): Value[] =>
  Array.from(items)
    .filter(([key]) => key.startsWith(prefix))
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .map(([, value]) => structuredClone(value))

export const memoryExplanations = (): ExplanationStore => {
  const items = new Map<string, Explanation>()
  const prefix = (agencyId: string, year: number) => `${agencyId}#${year}#`
  return {
    put: async (agencyId, year, explanation) => void items.set(`${prefix(agencyId, year)}${explanation.key}`, structuredClone(explanation)),
    ofAgencyAndYear: async (agencyId, year) => underPrefix(items, prefix(agencyId, year)),
  }
}

export const memoryWaivers = (): WaiverStore => {
  const items = new Map<string, Waiver>()
  const keyOf = ({ agencyId, rule, place }: Waiver) => `${agencyId}#${rule} ${place}`
  return {
    put: async (waiver) => void items.set(keyOf(waiver), structuredClone(waiver)),
    async takeBack(waiver, takenBack) {
      const stands = items.get(keyOf(waiver))
      if (stands?.grantedAt !== waiver.grantedAt || stands.takenBack !== undefined) return false
      items.set(keyOf(waiver), structuredClone({ ...waiver, takenBack }))
      return true
    },
    ofAgency: async (agencyId) => underPrefix(items, `${agencyId}#`),
  }
}
