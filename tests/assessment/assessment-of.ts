import type { Assessment } from '../../shared/assessment/assessment.ts'
import type { Finding } from '../../shared/findings/finding.ts'

/** An assessment of findings made up by hand. */
export const assessmentOf = (findings: readonly Finding[], change: Partial<Assessment> = {}): Assessment => ({
  findings,
  repairs: [],
  disagreements: [],
  remarks: [],
  sha256: 'ab'.repeat(32),
  ruleSet: 'rules-1',
  engine: '0',
  ...change,
})
