import type { z } from 'zod'
import { type SubmissionDetail, submissionDetail } from '../../shared/feedback/submission-detail.ts'
import type { Ports } from '../../shared/ports/ports.ts'
import { loadFindings } from '../../shared/ports/stored-findings.ts'
import { type Caller, maySee } from '../../shared/submission/permissions.ts'
import { currentReportingYear } from '../../shared/submission/reporting-year.ts'
import { unknownSubmission } from '../../shared/submission/review-refusal.ts'
import type { Submission } from '../../shared/submission/submission.ts'
import { summaryOf } from '../../shared/submission/summary.ts'
import { callerOf, queryOf } from '../events/http-event.ts'
import { httpHandler } from '../events/http-handler.ts'
import { Refusal } from '../events/problem-details.ts'
import { BrowseQuery } from '../events/requests.ts'

type Needs = Pick<Ports, 'submissions' | 'lists' | 'explanations' | 'uploads' | 'clock' | 'log' | 'siteUrl'>
type Query = z.output<typeof BrowseQuery>

/** Shows submissions, their findings and their history: to a clerk those of the own agency, to a reviewer all. */
export const createHandler = (needs: Needs) =>
  httpHandler(needs.log, async (event) => {
    const caller = callerOf(event)
    const { id } = event.pathParameters
    if (id !== undefined) return { status: 200, json: await detail(needs, caller, id) }
    const listed = await list(needs, caller, queryOf(event, BrowseQuery))
    return { status: 200, json: { submissions: listed.map((submission) => summaryOf(submission, needs.siteUrl)) } }
  })

const detail = async (needs: Needs, caller: Caller, id: string): Promise<SubmissionDetail> => {
  const submission = await needs.submissions.load(id)
  if (submission === undefined || !maySee(caller, submission.agencyId)) throw new Refusal(unknownSubmission())
  return submissionDetail({ submission, siteUrl: needs.siteUrl, ...(await loadFindings(needs, submission)) })
}

const list = async ({ lists, clock }: Needs, caller: Caller, query: Query): Promise<Submission[]> => {
  const agency = caller.role === 'clerk' ? caller.agency : query.agency
  if (agency === null) return []
  if (agency === undefined) return lists.inStatus(query.status ?? 'passed')
  const ofYear = await lists.ofAgencyAndYear(agency, query.year ?? currentReportingYear(clock.now()))
  return ofYear.filter(({ status }) => query.status === undefined || status === query.status)
}
