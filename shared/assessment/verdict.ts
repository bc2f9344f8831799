import type { Finding, Severity } from '../findings/finding.ts'

/** pass: no error but waived ones. fail: at least one. unreadable: the file could not be read, so nothing was judged. */
export type Verdict = 'pass' | 'fail' | 'unreadable'

/** Waived errors are counted apart, where there are any. */
export type Counts = Readonly<Record<Severity, number>> & { readonly waived?: number }

export const countBySeverity = (findings: readonly Pick<Finding, 'severity' | 'waiver'>[]): Counts => {
  const counts = { error: 0, warning: 0, notice: 0 }
  const waived = findings.filter(({ waiver }) => waiver !== undefined).length
  for (const { severity, waiver } of findings) if (waiver === undefined) counts[severity] += 1
  return waived === 0 ? counts : { ...counts, waived }
}

/** `unreadable` is told by the rule `file-readable`, which is the only finding of such a file. */
export const verdictOf = (findings: readonly Finding[]): Verdict => {
  if (findings.some(({ rule }) => rule === 'file-readable')) return 'unreadable'
  return findings.some(({ severity, waiver }) => severity === 'error' && waiver === undefined) ? 'fail' : 'pass'
}
