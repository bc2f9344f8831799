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
  return {
    put: async (waiver) => void items.set(`${waiver.agencyId}#${waiver.rule} ${waiver.place}`, structuredClone(waiver)),
    ofAgency: async (agencyId) => underPrefix(items, `${agencyId}#`),
  }
}
