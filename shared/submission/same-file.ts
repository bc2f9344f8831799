import type { Waiver } from '../assessment/waiver.ts'
import type { Status } from './lifecycle.ts'
import type { Submission } from './submission.ts'

const NEVER_ARRIVED: readonly Status[] = ['requested', 'lapsed']

/** What a verdict depends on beside the file. */
type Basis = { readonly ruleSet: string /** Of the agency. */; readonly waivers: readonly Waiver[] }

/** Whether the verdict would be the same today: other rules, or a waiver since it failed, may make another. */
const standsStill = ({ verdict, ruleSet, since }: Submission, basis: Basis): boolean => {
  if (verdict === undefined) return true
  const waivedSince = verdict === 'fail' && basis.waivers.some(({ grantedAt }) => grantedAt > since)
  return ruleSet === basis.ruleSet && !waivedSince
}

/**
 * The earlier submission that this very file would only repeat, whatever came between: the newest of its kind, unless it was withdrawn.
 * Submissions stand highest version first.
 */
export const sameFile = (submissions: readonly Submission[], sha256: string, basis: Basis): Submission | undefined => {
  const newest = submissions.find(({ status, file }) => !NEVER_ARRIVED.includes(status) && file?.sha256 === sha256)
  return newest !== undefined && newest.status !== 'withdrawn' && standsStill(newest, basis) ? newest : undefined
}
