import type { ParsedRequest } from '../../shared/http-api/route.ts'
import { ROUTES } from '../../shared/http-api/routes.ts'
import { submissionDetail } from '../../shared/http-api/submission-detail.ts'
import type { SubmissionDetail } from '../../shared/http-api/submissions.ts'
import { summaryOf } from '../../shared/http-api/summary.ts'
import type { Ports } from '../../shared/ports/ports.ts'
import type { Listed } from '../../shared/submission/listed.ts'
import { mailTrouble } from '../../shared/submission/mail-addresses.ts'
import { type Caller, maySee } from '../../shared/submission/permissions.ts'
import { currentReportingYear } from '../../shared/submission/reporting-year.ts'
import { unknownSubmission } from '../../shared/submission/review-refusal.ts'
import { httpHandler, on } from '../events/http-handler.ts'
import { Refusal } from '../events/problem-details.ts'
import { loadFindings } from '../stored/findings.ts'

type Needs = Pick<Ports, 'agencies' | 'submissions' | 'lists' | 'explanations' | 'uploads' | 'clock' | 'log' | 'siteUrl'>
type Query = ParsedRequest<typeof ROUTES.listSubmissions>['query']

/** Shows submissions, their findings and their history: to a clerk those of the own agency, to a reviewer all. */
export const createHandler = (needs: Needs) =>
  httpHandler(
    needs.log,
    on(ROUTES.listSubmissions, async ({ caller, query }) => {
      const listed = await list(needs, caller, query)
      return { status: 200, json: { submissions: listed.map((submission) => summaryOf(submission, needs.siteUrl)) } }
    }),
    on(ROUTES.showSubmission, async ({ caller, params }) => ({ status: 200, json: await detail(needs, caller, params.id) })),
  )

const detail = async (needs: Needs, caller: Caller, id: string): Promise<SubmissionDetail> => {
  const submission = await needs.submissions.load(id)
  if (submission === undefined || !maySee(caller, submission.agencyId)) throw new Refusal(unknownSubmission())
  const found = await loadFindings(needs, submission)
  const trouble = caller.role === 'reviewer' ? mailTrouble(await needs.agencies.load(submission.agencyId)) : undefined
  return submissionDetail({ submission, siteUrl: needs.siteUrl, mailTrouble: trouble, ...found })
}

const list = async ({ lists, clock }: Needs, caller: Caller, query: Query): Promise<Listed[]> => {
  const agency = caller.role === 'clerk' ? caller.agency : query.agency
  if (agency === null) return []
  if (agency === undefined) return lists.inStatus(query.status ?? 'passed')
  const ofYear = await lists.ofAgencyAndYear(agency, query.year ?? currentReportingYear(clock.now()))
  return ofYear.filter(({ status }) => query.status === undefined || status === query.status)
}
