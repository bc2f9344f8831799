import { type AgencyKind, agencyKindByName } from '../form/agency-kind.ts'
import type { Deadlines } from '../form/deadline.ts'
import type { NamedRecord, NamedTables, ReportRecord } from '../report/record.ts'
import type { Report } from '../report/report.ts'

/** What a rule may need beyond the report itself. */
export type Need = 'submission' | 'previous-report' | 'agency-kind' | 'receipt-time' | 'subordinate-reports' | 'other-reports'

/** What is known beyond the report; a rule runs only where all that it needs is at hand. */
export type Context = {
  /** Whose report it should be: every accepted name of the agency (none where only the year is asked for), and the year. */
  readonly submission?: { readonly agencyNames: readonly string[]; readonly year: number | null }
  /** Last year's report of the same agency. */
  readonly previousReport?: ReportRecord
  /** The name of the agency in last year's report, where somebody vouches that it is the same one. */
  readonly previousAgency?: string
  /** What kind of organ reports; where unknown, its name may tell. */
  readonly agencyKind?: AgencyKind
  /** When the report came in: an ISO instant. */
  readonly receivedAt?: string
  /** The last days that the disclosure office set for the year; those of the law where it set none. */
  readonly deadlines?: Deadlines
  /** The same year's figures of the agencies that report to this one, and the names of those without. */
  readonly subordinateReports?: { readonly reports: readonly NamedTables[]; readonly missing: readonly string[] }
  /** The same year's reports of other agencies, few: those most like this one. */
  readonly otherReports?: readonly NamedRecord[]
}

/** The earlier report, unless its title tells that it is of another year than the last. */
export const lastYearsReport = ({ year }: Report, { previousReport }: Context): ReportRecord | undefined =>
  previousReport?.year != null && year !== null && previousReport.year !== year - 1 ? undefined : previousReport

/** What kind of organ reports: as registered, else as its name tells. */
export const agencyKindOf = ({ agency }: Pick<Report, 'agency'>, { agencyKind, submission }: Context): AgencyKind | undefined => {
  const name = agency ?? submission?.agencyNames[0]
  return agencyKind ?? (name === undefined ? undefined : agencyKindByName(name))
}

const AT_HAND: Record<Need, (report: Report, context: Context) => boolean> = {
  submission: (_, { submission }) => submission !== undefined,
  'previous-report': (_, { previousReport }) => previousReport !== undefined,
  'agency-kind': (report, context) => agencyKindOf(report, context) !== undefined,
  'receipt-time': (_, { receivedAt }) => receivedAt !== undefined,
  'subordinate-reports': (_, { subordinateReports }) => subordinateReports !== undefined,
  'other-reports': (_, { otherReports }) => otherReports !== undefined,
}

/** Whether what a rule needs is known of this report. */
export const isAtHand = (need: Need, report: Report, context: Context): boolean => AT_HAND[need](report, context)
