import { describe, expect, it } from 'vitest'
import type { Finding, Severity } from '../../shared/findings/finding.ts'
import type { Report } from '../../shared/report/report.ts'
import type { Context, Need } from '../../shared/rule-kit/context.ts'
import type { Rule } from '../../shared/rule-kit/rule.ts'

type Case = Report | { readonly report: Report; readonly context: Context }
/** Severity, first reporting year, and what is needed beyond the report: not to be changed by chance. */
type Agreed = readonly [Severity, number, ...Need[]]
type Reject = {
  readonly report: Report
  readonly context?: Context
  readonly findings: readonly (Pick<Finding, 'places' | 'facts'> & Partial<Pick<Finding, 'severity'>>)[]
  readonly says: readonly string[]
  /** How each is to be mended, where that depends on what was found. */
  readonly mends?: readonly string[]
}

const withContext = (each: Case): { report: Report; context: Context } => ('context' in each ? each : { report: each, context: {} })

type Table = { readonly agreed: Agreed; readonly accepts: Record<string, Case>; readonly rejects: Record<string, Reject> }

/** Every rule is tested by this table: what was agreed on for it, what it lets pass, and what it says of the rest. */
export const testRule = (rule: Rule, { agreed: [severity, from, ...needs], accepts, rejects }: Table): void => {
  describe(rule.id, () => {
    it('has the severity, the years and the needs agreed on', () => {
      expect([rule.severity, rule.years, rule.needs]).toEqual([severity, { from }, needs])
    })
    for (const [name, each] of Object.entries(accepts))
      it(`accepts ${name}`, () => {
        const { report, context } = withContext(each)
        expect(rule.check(report, context)).toEqual([])
      })
    for (const [name, { report, context = {}, findings, says, mends }] of Object.entries(rejects))
      it(`rejects ${name}`, () => {
        const found = rule.check(report, context)
        expect(found).toEqual(findings.map((finding) => ({ rule: rule.id, severity: rule.severity, ...finding })))
        expect(found.map(rule.message)).toEqual(says)
        if (mends !== undefined) expect(found.map(rule.fix)).toEqual(mends)
        for (const fix of found.map(rule.fix)) expect(fix).toMatch(/[\p{Script=Han}]{4}/u)
      })
  })
}
