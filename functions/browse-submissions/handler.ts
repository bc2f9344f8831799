import type { ParsedRequest } from '../../shared/http-api/route.ts'
import { ROUTES } from '../../shared/http-api/routes.ts'
import { submissionDetail } from '../../shared/http-api/submission-detail.ts'
import type { SubmissionDetail } from '../../shared/http-api/submissions.ts'
import { summaryOf } from '../../shared/http-api/summary.ts'
import type { Ports } from '../../shared/ports/ports.ts'
import type { Listed } from '../../shared/submission/listed.ts'
import { mailTrouble } from '../../shared/submission/mail-addresses.ts'
import { type Caller, isOffice, maySee, partOf } from '../../shared/submission/permissions.ts'
import { currentReportingYear } from '../../shared/submission/reporting-year.ts'
import { unknownSubmission } from '../../shared/submission/review-refusal.ts'
import { httpHandler, on } from '../events/http-handler.ts'
import { Refusal } from '../events/problem-details.ts'
import { loadFindings } from '../stored/findings.ts'
import { isInReach } from '../stored/reach.ts'

type Needs = Pick<Ports, 'agencies' | 'submissions' | 'lists' | 'explanations' | 'uploads' | 'clock' | 'log' | 'siteUrl'>
type Query = ParsedRequest<typeof ROUTES.listSubmissions>['query']

/** Shows submissions, their findings and their history: to a clerk those of the own agency, to the office all, or those of the part that a reviewer looks after. */
export const createHandler = (needs: Needs) =>
  httpHandler(
    needs.log,
    on(ROUTES.listSubmissions, async ({ caller, query }) => {
      const listed = await list(needs, caller, query)
      return { status: 200, json: { submissions: listed.map((submission) => summaryOf(submission, needs.siteUrl)) } }
    }),
    on(ROUTES.showSubmission, async ({ caller, params }) => ({ status: 200, json: await detail(needs, caller, params.id) })),
  )

const sees = async ({ agencies }: Needs, caller: Caller, agencyId: string): Promise<boolean> =>
  maySee(caller, agencyId) && isInReach(agencies, caller, agencyId)

const detail = async (needs: Needs, caller: Caller, id: string): Promise<SubmissionDetail> => {
  const submission = await needs.submissions.load(id)
  if (submission === undefined || !(await sees(needs, caller, submission.agencyId))) throw new Refusal(unknownSubmission())
  const found = await loadFindings(needs, submission)
  const trouble = isOffice(caller) ? mailTrouble(await needs.agencies.load(submission.agencyId)) : undefined
  return submissionDetail({ submission, siteUrl: needs.siteUrl, mailTrouble: trouble, ...found })
}

/** Of these those that the caller has to do with. */
const inPart = async ({ agencies }: Needs, caller: Caller, listed: Listed[]): Promise<Listed[]> => {
  if (caller.scope === null) return listed
  const part = new Set(partOf(caller, await agencies.list()).map(({ id }) => id))
  return listed.filter(({ agencyId }) => part.has(agencyId))
}

const list = async (needs: Needs, caller: Caller, query: Query): Promise<Listed[]> => {
  const { lists, clock } = needs
  const agency = isOffice(caller) ? query.agency : caller.agency
  if (agency === undefined) return inPart(needs, caller, await lists.inStatus(query.status ?? 'passed'))
  if (agency === null || !(await isInReach(needs.agencies, caller, agency))) return []
  const ofYear = await lists.ofAgencyAndYear(agency, query.year ?? currentReportingYear(clock.now()))
  return ofYear.filter(({ status }) => query.status === undefined || status === query.status)
}
