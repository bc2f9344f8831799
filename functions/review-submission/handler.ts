import { ROUTES } from '../../shared/http-api/routes.ts'
import type { ReviewRequest } from '../../shared/http-api/submissions.ts'
import { summaryOf } from '../../shared/http-api/summary.ts'
import type { Ports } from '../../shared/ports/ports.ts'
import { DECISIONS, refuseReview, refuseStatus, unknownSubmission } from '../../shared/submission/review-refusal.ts'
import { httpHandler, on } from '../events/http-handler.ts'
import { Refusal } from '../events/problem-details.ts'

type Needs = Pick<Ports, 'submissions' | 'queue' | 'clock' | 'log' | 'siteUrl'>
type Step = { readonly at: string; readonly by: string; readonly note?: string }

/** Takes the decision of the disclosure office. A decision that was taken already is told to the next function again. */
export const createHandler = ({ submissions, queue, clock, log, siteUrl }: Needs) => {
  const decide = (id: string, review: ReviewRequest, step: Step): Promise<boolean> => {
    const reviewedBy = step.by
    if (review.decision === 'approve') return submissions.advance(id, 'passed', 'approved', step, { reviewedBy })
    const note = review.reason
    if (review.decision === 'withdraw') return submissions.advance(id, 'published', 'withdrawn', { ...step, note }, { reviewedBy })
    return submissions.advance(id, 'passed', 'returned', { ...step, note }, { reviewedBy, returnReason: note })
  }

  return httpHandler(
    log,
    on(ROUTES.reviewSubmission, async ({ caller, params: { id }, body: review }) => {
      const submission = await submissions.load(id)
      if (submission === undefined) throw new Refusal(unknownSubmission())

      const takenBefore = submission.status === DECISIONS[review.decision].to && submission.reviewedBy === caller.person
      if (!takenBefore) {
        const refused = refuseReview(caller, submission, review.decision)
        if (refused !== undefined) throw new Refusal(refused)
        await decide(id, review, { at: clock.now().toISOString(), by: caller.person })
      }
      const decided = (await submissions.load(id)) ?? submission
      if (decided.status !== DECISIONS[review.decision].to || decided.reviewedBy !== caller.person)
        throw new Refusal(refuseStatus(review.decision, decided.status))
      await queue.send(id, DECISIONS[review.decision].next)
      return { status: 200, json: summaryOf(decided, siteUrl) }
    }),
  )
}
