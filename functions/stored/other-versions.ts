import type { Ports } from '../../shared/ports/ports.ts'
import { isEnd } from '../../shared/submission/lifecycle.ts'
import type { Submission } from '../../shared/submission/submission.ts'

/** The other submissions of the same agency and year that are not at an end, as they stand now: the list names them, but may lag behind. */
export const otherVersions = async (
  { submissions, lists }: Pick<Ports, 'submissions' | 'lists'>,
  { id, agencyId, year }: Submission,
): Promise<Submission[]> => {
  const listed = (await lists.ofAgencyAndYear(agencyId, year)).filter((other) => other.id !== id && !isEnd(other.status))
  const loaded = await Promise.all(listed.map((other) => submissions.load(other.id)))
  return loaded.filter((submission) => submission !== undefined)
}
