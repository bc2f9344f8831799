import { ROUTES } from '../../shared/http-api/routes.ts'
import { summaryOf } from '../../shared/http-api/summary.ts'
import type { Ports } from '../../shared/ports/ports.ts'
import { newerUpload } from '../../shared/submission/newer-version.ts'
import type { Caller } from '../../shared/submission/permissions.ts'
import { decide, isDecided, type Review, refuseOlder, refuseStatus, unknownSubmission } from '../../shared/submission/review-refusal.ts'
import type { Submission } from '../../shared/submission/submission.ts'
import { announceNext } from '../events/announce-next.ts'
import { httpHandler, on } from '../events/http-handler.ts'
import { Refusal } from '../events/problem-details.ts'
import { otherVersions } from '../stored/other-versions.ts'
import { isInReach } from '../stored/reach.ts'

type Needs = Pick<Ports, 'agencies' | 'submissions' | 'lists' | 'claims' | 'queue' | 'clock' | 'log' | 'siteUrl'>

/** Takes the decision of the disclosure office. A decision that was taken already is told to the next function again. */
export const createHandler = (needs: Needs) =>
  httpHandler(
    needs.log,
    on(ROUTES.reviewSubmission, async ({ caller, params: { id }, body: review }) => {
      const submission = await needs.submissions.load(id)
      if (submission === undefined || !(await isInReach(needs.agencies, caller, submission.agencyId)))
        throw new Refusal(unknownSubmission())
      const decided = isDecided(caller, submission, review) ? submission : await take(needs, caller, submission, review)
      await announceNext(needs.queue, 'review-submission', decided)
      return { status: 200, json: summaryOf(decided, needs.siteUrl) }
    }),
  )

const take = async (needs: Needs, caller: Caller, submission: Submission, review: Review): Promise<Submission> => {
  const { submissions, clock } = needs
  const step = decide(caller, submission, review)
  if ('refused' in step) throw new Refusal(step.refused)
  const { from, to, note, changes } = step
  const newer = to === 'approved' ? newerUpload(submission, await otherVersions(needs, submission)) : undefined
  if (newer !== undefined) throw new Refusal(refuseOlder(newer))
  const taken = { at: clock.now().toISOString(), by: caller.person, ...(note !== undefined && { note }) }
  const { submission: now = submission } = await submissions.advance(submission.id, from, to, taken, changes)
  if (!isDecided(caller, now, review)) throw new Refusal(refuseStatus(review.decision, now.status))
  return now
}
