import type { Ports } from '../../shared/ports/ports.ts'
import { type NamedRecord, type ReportRecord, recordOf } from '../../shared/report/record.ts'
import type { Report } from '../../shared/report/report.ts'
import type { Context } from '../../shared/rule-kit/context.ts'
import { likest, type Signature } from '../../shared/submission/likeness.ts'
import type { Submission } from '../../shared/submission/submission.ts'
import { besideOf } from '../../shared/submission/verdict-basis.ts'
import { reports } from '../stored/results.ts'
import { subordinateReports } from '../stored/subordinate-reports.ts'

type Needs = Pick<Ports, 'agencies' | 'publications' | 'lists' | 'likeness' | 'uploads'>

const recordIn = async (uploads: Needs['uploads'], submission: string): Promise<ReportRecord | undefined> => {
  const report = await reports.read(uploads, submission)
  return report && recordOf(report)
}

/** The report of the year before that stands in public, and its submission. */
const previousReport = async ({ publications, uploads }: Needs, { agencyId, year }: Submission) => {
  const submissionId = (await publications.load(agencyId, year - 1))?.submissionId
  return { submissionId, record: submissionId === undefined ? undefined : await recordIn(uploads, submissionId) }
}

/** The few reports of other agencies that the text may have been copied from. */
const otherReports = async ({ likeness, uploads }: Needs, { agencyId, year }: Submission, signature: Signature): Promise<NamedRecord[]> => {
  const others = (await likeness.ofYear(year)).filter((stored) => stored.agencyId !== agencyId)
  const loaded = likest(signature, others).map(async ({ agencyName: name, submissionId }): Promise<NamedRecord[]> => {
    const record = await recordIn(uploads, submissionId)
    return record === undefined ? [] : [{ name, record }]
  })
  return (await Promise.all(loaded)).flat()
}

/** All that is known beyond the report: whose it should be, when it came, what was reported last year, below, and elsewhere. */
export const contextOf = async (
  needs: Needs,
  submission: Submission,
  { unreadable }: Report,
  signature: Signature,
): Promise<{ readonly context: Context; readonly judgedBeside?: string }> => {
  if (unreadable !== null) return { context: {} } // There is nothing to compare.
  const { agencyId, agencyName, year, history } = submission
  const [agency, previous, subordinates, others] = await Promise.all([
    needs.agencies.load(agencyId),
    previousReport(needs, submission),
    subordinateReports(needs, agencyId, year),
    otherReports(needs, submission, signature),
  ])
  const reports = subordinates.reports.map(({ agency: { name }, record }) => ({ name, record }))
  const missing = subordinates.missing.map(({ name }) => name)
  const receivedAt = history.find(({ status }) => status === 'uploaded')?.at
  const context: Context = {
    submission: { agencyNames: agency === undefined ? [agencyName] : [agency.name, ...agency.aliases], year },
    otherReports: others,
    ...(previous.record && { previousReport: previous.record }),
    ...(agency?.kind && { agencyKind: agency.kind }),
    ...(receivedAt !== undefined && { receivedAt }),
    ...(reports.length + missing.length > 0 && { subordinateReports: { reports, missing } }),
  }
  return { context, judgedBeside: besideOf(agency, previous.submissionId) }
}
