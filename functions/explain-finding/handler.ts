import { type Explanation, unexplained } from '../../shared/assessment/explanation.ts'
import { ROUTES } from '../../shared/http-api/routes.ts'
import type { Ports } from '../../shared/ports/ports.ts'
import { refuseExplanation } from '../../shared/submission/explanation-refusal.ts'
import { maySee } from '../../shared/submission/permissions.ts'
import { unknownSubmission } from '../../shared/submission/review-refusal.ts'
import { httpHandler, on } from '../events/http-handler.ts'
import { Refusal } from '../events/problem-details.ts'
import { assessments } from '../stored/results.ts'

type Needs = Pick<Ports, 'submissions' | 'uploads' | 'explanations' | 'clock' | 'log'>

/** Takes what an agency says of a warning; it holds for every upload of the year that has the same value at the same place. */
export const createHandler = ({ submissions, uploads, explanations, clock, log }: Needs) =>
  httpHandler(
    log,
    on(ROUTES.explainFinding, async ({ caller, params, body: { key, text } }) => {
      const submission = await submissions.load(params.id)
      if (submission === undefined || !maySee(caller, submission.agencyId)) throw new Refusal(unknownSubmission())
      const assessment = await assessments.read(uploads, submission.id)
      const refused = refuseExplanation(caller, submission, assessment?.findings ?? [], key)
      if (refused !== undefined) throw new Refusal(refused)

      const explanation: Explanation = { key, text, by: caller.person, at: clock.now().toISOString() }
      await explanations.put(submission.agencyId, submission.year, explanation)
      // Read after the writing: of those who explain at the same time the last one counts all.
      const left = unexplained(assessment?.findings ?? [], await explanations.ofAgencyAndYear(submission.agencyId, submission.year))
      await submissions.noteUnexplained(submission.id, left.length)
      return { status: 201, json: explanation }
    }),
  )
