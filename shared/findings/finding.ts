import type { Place } from '../report/report.ts'

/** error: the agency must correct it. warning: correct or explain. notice: advice. */
export type Severity = 'error' | 'warning' | 'notice'

/** What a rule saw, as values: `expected` and `actual` where figures are meant. */
export type Facts = Readonly<Record<string, string | number>>

/** One thing a rule saw. Facts only: the sentence is made from them by the rule when a person is told. */
export type Finding = {
  readonly rule: string
  readonly severity: Severity
  /** The one to look at first comes first. */
  readonly places: readonly Place[]
  readonly facts: Facts
  /** Set where the disclosure office let an error stand: it stays an error, and does not count for the verdict. */
  readonly waiver?: { readonly reason: string /** Last day, `YYYY-MM-DD`. */; readonly expires: string }
}
