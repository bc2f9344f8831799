import { ROUTES } from '../../shared/http-api/routes.ts'
import { summaryOf } from '../../shared/http-api/summary.ts'
import type { Ports } from '../../shared/ports/ports.ts'
import { maySee } from '../../shared/submission/permissions.ts'
import { refuseRecall } from '../../shared/submission/recall-refusal.ts'
import { unknownSubmission } from '../../shared/submission/review-refusal.ts'
import { announceNext } from '../events/announce-next.ts'
import { httpHandler, on } from '../events/http-handler.ts'
import { Refusal } from '../events/problem-details.ts'

type Needs = Pick<Ports, 'submissions' | 'queue' | 'clock' | 'log' | 'siteUrl'>

/** Takes a version that waits for its review back, for its clerk. What was taken back already is told to the next function again. */
export const createHandler = ({ submissions, queue, clock, log, siteUrl }: Needs) =>
  httpHandler(
    log,
    on(ROUTES.recallSubmission, async ({ caller, params: { id } }) => {
      const submission = await submissions.load(id)
      if (submission === undefined || !maySee(caller, submission.agencyId)) throw new Refusal(unknownSubmission())
      const refused = refuseRecall(caller, submission)
      if (refused !== undefined) throw new Refusal(refused)
      const step = { at: clock.now().toISOString(), by: caller.person }
      const { submission: recalled = submission } = await submissions.advance(id, 'passed', 'recalled', step)
      const tooLate = refuseRecall(caller, recalled) // A decision or a newer version may have been quicker.
      if (tooLate !== undefined) throw new Refusal(tooLate)
      await announceNext(queue, 'recall-submission', recalled)
      return { status: 200, json: summaryOf(recalled, siteUrl) }
    }),
  )
