import type { ClaimedFile, ClaimStore } from '../../shared/ports/store.ts'

export const memoryClaims = (): ClaimStore => {
  const files = new Map<string, string>()
  const fileKey = ({ agencyId, year, sha256 }: ClaimedFile) => `${agencyId}#${year}#${sha256}`
  const versions = new Map<string, string[]>()
  return {
    async version({ id, agencyId, year }) {
      const key = `${agencyId}#${year}`
      const taken = versions.get(key) ?? []
      if (!taken.includes(id)) versions.set(key, [...taken, id])
      return (versions.get(key) ?? []).indexOf(id) + 1
    },
    holderOf: async (file) => files.get(fileKey(file)),
    async giveFile(file, submission, inPlaceOf) {
      if (files.get(fileKey(file)) !== inPlaceOf) return false
      files.set(fileKey(file), submission)
      return true
    },
  }
}
