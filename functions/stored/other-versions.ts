import type { Ports } from '../../shared/ports/ports.ts'
import type { Claim } from '../../shared/ports/store.ts'
import { isEnd } from '../../shared/submission/lifecycle.ts'
import { hasArrived } from '../../shared/submission/same-file.ts'
import type { Submission } from '../../shared/submission/submission.ts'

/** With the version and the file that were recorded when it came, where the submission itself is to be written only once that is read. */
const asItCame = (submission: Submission, claims: readonly Claim[]): Submission => {
  const claim = hasArrived(submission) ? undefined : claims.find((each) => each.submission === submission.id)
  return claim?.arrival === undefined ? submission : { ...submission, version: claim.version, file: claim.arrival.file }
}

/** The other submissions of the same agency and year that are not at an end, as they stand now. */
export const otherVersions = async ({ lists, claims }: Pick<Ports, 'lists' | 'claims'>, submission: Submission): Promise<Submission[]> => {
  const { id, agencyId, year } = submission
  const all = await lists.ofAgencyAndYear(agencyId, year, submission)
  const others = all.filter((other) => other.id !== id && !isEnd(other.status))
  if (others.every(hasArrived)) return others
  const claimed = await claims.ofAgencyAndYear(agencyId, year)
  return others.map((other) => asItCame(other, claimed))
}
