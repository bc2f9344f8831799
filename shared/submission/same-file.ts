import type { Status } from './lifecycle.ts'
import type { Submission } from './submission.ts'

const NEVER_ARRIVED: readonly Status[] = ['requested', 'lapsed']

/**
 * The earlier submission that this very file would only repeat: the newest that arrived, unless it was withdrawn, or judged by
 * other rules than those at hand. Highest version first.
 */
export const sameFile = (submissions: readonly Submission[], sha256: string, ruleSet: string): Submission | undefined => {
  const newest = submissions.find(({ status }) => !NEVER_ARRIVED.includes(status))
  if (newest?.file?.sha256 !== sha256 || newest.status === 'withdrawn') return undefined
  return newest.verdict === undefined || newest.ruleSet === ruleSet ? newest : undefined
}
