import type { ClaimStore } from '../../shared/ports/store.ts'

export const memoryClaims = (): ClaimStore => {
  const versions = new Map<string, string[]>()
  return {
    async version({ id, agencyId, year }) {
      const key = `${agencyId}#${year}`
      const taken = versions.get(key) ?? []
      if (!taken.includes(id)) versions.set(key, [...taken, id])
      return (versions.get(key) ?? []).indexOf(id) + 1
    },
  }
}
