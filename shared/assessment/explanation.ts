import type { Finding } from '../findings/finding.ts'
import { findingKey } from '../findings/finding-key.ts'

/**
 * What an agency says of a warning that it lets stand. It is bound to the finding's rule, place and value, so that it holds for every
 * later upload of the year until one of them changes.
 */
export type Explanation = {
  /** The `findingKey` of the warning. */
  readonly key: string
  readonly text: string
  /** Who wrote it, and when (ISO instant). */
  readonly by: string
  readonly at: string
}

export const explanationOf = (finding: Finding, explanations: readonly Explanation[]): Explanation | undefined => {
  const key = findingKey(finding)
  return explanations.find((explanation) => explanation.key === key)
}

/** The warnings that nobody has explained yet. */
export const unexplained = (findings: readonly Finding[], explanations: readonly Explanation[]): Finding[] =>
  findings.filter((finding) => finding.severity === 'warning' && explanationOf(finding, explanations) === undefined)
