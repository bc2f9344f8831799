import type { Ports } from '../../shared/ports/ports.ts'
import { type ReportRecord, recordOf } from '../../shared/report/record.ts'
import type { Status } from '../../shared/submission/lifecycle.ts'
import type { Agency, Received } from '../../shared/submission/submission.ts'
import { receivedAmong } from '../../shared/submission/version.ts'
import { reports } from './results.ts'

type Needs = Pick<Ports, 'agencies' | 'lists' | 'uploads'>

/** What may be added up: it has no error, and nobody sent it back. */
const COUNTED: readonly Status[] = ['passed', 'approved', 'published']

export type SubordinateReport = { readonly agency: Agency; readonly submission: Received; readonly record: ReportRecord }
export type SubordinateReports = { readonly reports: readonly SubordinateReport[]; readonly missing: readonly Agency[] }

const latestOf = async ({ lists, uploads }: Needs, agency: Agency, year: number): Promise<SubordinateReport | undefined> => {
  const submission = receivedAmong(await lists.ofAgencyAndYear(agency.id, year)).find(({ status }) => COUNTED.includes(status))
  const report = submission && (await reports.read(uploads, submission.id))
  return submission && report && { agency, submission, record: recordOf(report) }
}

/** Of each agency that reports to this one the latest report that passed, and the agencies without. */
export const subordinateReports = async (needs: Needs, parent: string, year: number): Promise<SubordinateReports> => {
  const subordinates = (await needs.agencies.list()).filter((agency) => agency.parent === parent)
  const latest = await Promise.all(subordinates.map((agency) => latestOf(needs, agency, year)))
  return {
    reports: latest.filter((report) => report !== undefined),
    missing: subordinates.filter((_, index) => latest[index] === undefined),
  }
}
