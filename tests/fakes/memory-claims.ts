import type { Claim, ClaimStore } from '../../shared/ports/store.ts'

export const memoryClaims = (): ClaimStore => {
  const claims = new Map<string, Claim[]>()
  const of = (agencyId: string, year: number) => claims.get(`${agencyId}#${year}`) ?? []
  return {
    async arrive({ id, agencyId, year }, arrival) {
      const taken = of(agencyId, year)
      const given = taken.find(({ submission }) => submission === id)
      if (given !== undefined) return { ...structuredClone(given), again: true }
      const claim = { version: taken.length + 1, submission: id, arrival: structuredClone(arrival) }
      claims.set(`${agencyId}#${year}`, [...taken, claim])
      return { ...claim, again: false }
    },
    ofAgencyAndYear: async (agencyId, year) => structuredClone(of(agencyId, year)),
  }
}
