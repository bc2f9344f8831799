import type { Facts, Finding, Severity } from '../findings/finding.ts'
import type { NamedRecord, ReportRecord } from '../report/record.ts'
import type { Place, Report } from '../report/report.ts'
import type { AgencyKind } from './agency-kind.ts'

/** What a rule may need beyond the report itself. */
export type Need = 'submission' | 'previous-report' | 'agency-kind' | 'receipt-time' | 'subordinate-reports' | 'other-reports'

/** What is known beyond the report; a rule runs only where all that it needs is at hand. */
export type Context = {
  /** Whose report it should be: every accepted name of the agency (none where only the year is asked for), and the year. */
  readonly submission?: { readonly agencyNames: readonly string[]; readonly year: number | null }
  /** Last year's report of the same agency. */
  readonly previousReport?: ReportRecord
  /** What kind of organ reports; where unknown, its name may tell. */
  readonly agencyKind?: AgencyKind
  /** When the report came in: an ISO instant. */
  readonly receivedAt?: string
  /** The same year's reports of the agencies that report to this one, and the names of those without. */
  readonly subordinateReports?: { readonly reports: readonly NamedRecord[]; readonly missing: readonly string[] }
  /** The same year's reports of other agencies, few: those most like this one. */
  readonly otherReports?: readonly NamedRecord[]
}

/** `severity` where it differs from the rule's own: some rules are an error here and a warning there. */
export type Violation<F extends Facts> = { readonly places: readonly Place[]; readonly facts: F; readonly severity?: Severity }

type RuleWords = {
  readonly id: string
  /** The highest severity that the rule gives. */
  readonly severity: Severity
  /** Where severities differ: when it is which, in Chinese. */
  readonly severityNote?: string
  readonly title: string
  readonly basis: string
  readonly years: { readonly from: number; readonly to?: number }
  readonly needs: readonly Need[]
  /** A short case that breaks the rule, in Chinese, for the rule book. */
  readonly example: string
}

type RuleSpec<F extends Facts> = RuleWords & {
  readonly check: (report: Report, context: Context) => Iterable<Violation<F>>
  readonly message: (facts: F) => string
  readonly fix: (facts: F) => string
}

export type Rule = RuleWords & {
  readonly check: (report: Report, context: Context) => Finding[]
  readonly message: (finding: Finding) => string
  readonly fix: (finding: Finding) => string
}

/** Seals a rule: its facts stay typed inside the file, and outside every rule looks alike. */
export const defineRule = <F extends Facts>(spec: RuleSpec<F>): Rule => ({
  ...spec,
  check: (report, context) =>
    Array.from(spec.check(report, context), ({ places, facts, severity = spec.severity }) => ({ rule: spec.id, severity, places, facts })),
  message: ({ facts }) => spec.message(facts as F),
  fix: ({ facts }) => spec.fix(facts as F),
})
