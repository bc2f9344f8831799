import type { Ports } from '../../shared/ports/ports.ts'
import { type Caller, maySee } from '../../shared/submission/permissions.ts'
import { unknownSubmission } from '../../shared/submission/review-refusal.ts'
import type { Submission } from '../../shared/submission/submission.ts'
import { Refusal } from '../events/problem-details.ts'
import { isInReach } from './reach.ts'

/** A submission for who may see it; to others there is none. */
export const seenSubmission = async (
  { submissions, agencies }: Pick<Ports, 'submissions' | 'agencies'>,
  caller: Caller,
  id: string,
): Promise<Submission> => {
  const submission = await submissions.load(id)
  const seen = submission !== undefined && maySee(caller, submission.agencyId) && (await isInReach(agencies, caller, submission.agencyId))
  if (!seen) throw new Refusal(unknownSubmission())
  return submission
}
