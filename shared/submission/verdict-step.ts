import type { Assessment } from '../assessment/assessment.ts'
import { type Explanation, unexplained } from '../assessment/explanation.ts'
import { countBySeverity, verdictOf } from '../assessment/verdict.ts'
import type { Report } from '../report/report.ts'
import type { StepChanges } from './submission.ts'

/** The status that each verdict brings a submission to. */
export const VERDICT_STATUS = { pass: 'passed', fail: 'failed', unreadable: 'unreadable' } as const

/** The step that the check of a submission's report ends with. */
export const verdictStep = (
  report: Report,
  { findings, ruleSet, remarks, repairs, disagreements }: Assessment,
  explanations: readonly Explanation[],
) => {
  const warned = findings.some(({ severity }) => severity === 'warning')
  const verdict = verdictOf(findings)
  const isClean = [findings, remarks, repairs, disagreements].every(({ length }) => length === 0)
  const changes: StepChanges = {
    verdict,
    counts: countBySeverity(findings),
    title: report.title?.text ?? null,
    ruleSet,
    ...(warned && { unexplained: unexplained(findings, explanations).length }),
    ...(findings.some(({ rule }) => rule === 'text-copied-from-another') && { alike: true as const }),
    ...(isClean && { clean: true as const }),
  }
  return { to: VERDICT_STATUS[verdict], changes }
}
