import type { Finding, Severity } from './finding.ts'

/** pass: no error. fail: at least one. unreadable: the file could not be read, so nothing was judged. */
export type Verdict = 'pass' | 'fail' | 'unreadable'

export type Counts = Readonly<Record<Severity, number>>

export const countBySeverity = (findings: readonly Finding[]): Counts => {
  const counts = { error: 0, warning: 0, notice: 0 }
  for (const { severity } of findings) counts[severity] += 1
  return counts
}

/** `unreadable` is told by the rule `file-readable`, which is the only finding of such a file. */
export const verdictOf = (findings: readonly Finding[]): Verdict => {
  if (findings.some(({ rule }) => rule === 'file-readable')) return 'unreadable'
  return findings.some(({ severity }) => severity === 'error') ? 'fail' : 'pass'
}
