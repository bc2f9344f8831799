import type { Ports } from '../../shared/ports/ports.ts'
import type { LikenessEntry } from '../../shared/ports/store.ts'
import { type NamedRecord, type ReportRecord, recordOf } from '../../shared/report/record.ts'
import type { Report } from '../../shared/report/report.ts'
import type { Context } from '../../shared/rule-kit/context.ts'
import { likest, type Signature } from '../../shared/submission/likeness.ts'
import { takesPlace } from '../../shared/submission/newer-version.ts'
import { deadlinesOf } from '../../shared/submission/set-deadlines.ts'
import type { Submission } from '../../shared/submission/submission.ts'
import { besideOf } from '../../shared/submission/verdict-basis.ts'
import { reports } from '../stored/results.ts'
import { subordinateReports } from '../stored/subordinate-reports.ts'

type Needs = Pick<Ports, 'agencies' | 'publications' | 'submissions' | 'lists' | 'likeness' | 'deadlines' | 'uploads'>

const recordIn = async (uploads: Needs['uploads'], submission: string): Promise<ReportRecord | undefined> => {
  const report = await reports.read(uploads, submission)
  return report && recordOf(report)
}

/** The report of the year before that stands in public, and its submission. */
const previousReport = async ({ publications, uploads }: Needs, { agencyId, year }: Submission) => {
  const submissionId = (await publications.load(agencyId, year - 1))?.submissionId
  return { submissionId, record: submissionId === undefined ? undefined : await recordIn(uploads, submissionId) }
}

/** The few reports of other agencies that the text may have been copied from, and what is to be entered so that later ones find this. */
const otherReports = async (needs: Needs, { agencyId, year }: Submission, signature: Signature) => {
  const { likeness, submissions, uploads } = needs
  const { others, entry } = await likeness.search({ agencyId, year, signature })
  const near = likest(signature, others)
  // What was sent back or taken back since makes nobody a copyist.
  const standing = (await submissions.loadAll(near.map(({ submissionId }) => submissionId))).filter(({ status }) => takesPlace(status))
  const loaded = near
    .filter(({ submissionId }) => standing.some(({ id }) => id === submissionId))
    .map(async ({ agencyName: name, submissionId }): Promise<NamedRecord[]> => {
      const record = await recordIn(uploads, submissionId)
      return record === undefined ? [] : [{ name, record }]
    })
  return { reports: (await Promise.all(loaded)).flat(), entry }
}

/** All that is known beyond the report: whose it should be, when it came, what was reported last year, below, and elsewhere. */
export const contextOf = async (
  needs: Needs,
  submission: Submission,
  { unreadable }: Report,
  signature: Signature,
): Promise<{ readonly context: Context; readonly basis: { readonly judgedBeside?: string }; readonly entry: LikenessEntry }> => {
  if (unreadable !== null) return { context: {}, basis: {}, entry: { open: [], crowded: [] } } // There is nothing to compare.
  const { agencyId, agencyName, year, history } = submission
  const [agency, previous, subordinates, others, deadlines] = await Promise.all([
    needs.agencies.load(agencyId),
    previousReport(needs, submission),
    subordinateReports(needs, agencyId, year),
    otherReports(needs, submission, signature),
    needs.deadlines.load(year),
  ])
  const reports = subordinates.reports.map(({ agency: { name }, record }) => ({ name, record }))
  const missing = subordinates.missing.map(({ name }) => name)
  const receivedAt = history.find(({ status }) => status === 'uploaded')?.at
  const context: Context = {
    submission: { agencyNames: agency === undefined ? [agencyName] : [agency.name, ...agency.aliases], year },
    otherReports: others.reports,
    ...(previous.record && { previousReport: previous.record }),
    ...(agency?.kind && { agencyKind: agency.kind }),
    ...(receivedAt !== undefined && { receivedAt, deadlines: deadlinesOf(year, deadlines) }),
    ...(reports.length + missing.length > 0 && { subordinateReports: { reports, missing } }),
  }
  return { context, basis: { judgedBeside: besideOf(agency, previous.submissionId) }, entry: others.entry }
}
