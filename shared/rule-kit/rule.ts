import type { Facts, Finding, Severity } from '../findings/finding.ts'
import type { Place, Report } from '../report/report.ts'
import type { Context, Need } from './context.ts'

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
