import type { ShownReport } from '../../shared/http-api/reports.ts'
import type { ParsedRequest } from '../../shared/http-api/route.ts'
import { ROUTES } from '../../shared/http-api/routes.ts'
import { shownReport } from '../../shared/http-api/shown-report.ts'
import { submissionDetail } from '../../shared/http-api/submission-detail.ts'
import type { SubmissionDetail } from '../../shared/http-api/submissions.ts'
import { summaryOf } from '../../shared/http-api/summary.ts'
import type { Ports } from '../../shared/ports/ports.ts'
import type { Listed } from '../../shared/submission/listed.ts'
import { mailTrouble } from '../../shared/submission/mail-addresses.ts'
import { type Caller, isOffice, partOf } from '../../shared/submission/permissions.ts'
import { problem } from '../../shared/submission/problem.ts'
import { currentReportingYear } from '../../shared/submission/reporting-year.ts'
import { httpHandler, on } from '../events/http-handler.ts'
import { Refusal } from '../events/problem-details.ts'
import { loadFindings } from '../stored/findings.ts'
import { isInReach } from '../stored/reach.ts'
import { reports } from '../stored/results.ts'
import { seenSubmission } from '../stored/seen-submission.ts'

type Needs = Pick<Ports, 'agencies' | 'submissions' | 'lists' | 'publications' | 'explanations' | 'uploads' | 'clock' | 'log' | 'siteUrl'>
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
    on(ROUTES.showReport, async ({ caller, params }) => ({ status: 200, json: await report(needs, caller, params.id) })),
  )

const detail = async (needs: Needs, caller: Caller, id: string): Promise<SubmissionDetail> => {
  const submission = await seenSubmission(needs, caller, id)
  const found = await loadFindings(needs, submission)
  const trouble = isOffice(caller) ? mailTrouble(await needs.agencies.load(submission.agencyId)) : undefined
  return submissionDetail({ submission, siteUrl: needs.siteUrl, mailTrouble: trouble, ...found })
}

/** What was read of the file, beside the report of the year before that stands in public. */
const report = async (needs: Needs, caller: Caller, id: string): Promise<ShownReport> => {
  const { agencyId, year } = await seenSubmission(needs, caller, id)
  const { publications, uploads } = needs
  const [read, before] = await Promise.all([reports.read(uploads, id), publications.load(agencyId, year - 1)])
  if (read === undefined || read.unreadable !== null) throw new Refusal(problem(404, 'no-report', '没有从这份文件中读出报告。'))
  const earlier = before && (await reports.read(uploads, before.submissionId))
  return shownReport(read, before && earlier && { year: before.year, version: before.version, report: earlier })
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
