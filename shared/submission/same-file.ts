import type { Waiver } from '../findings/waiver.ts'
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

/** The earlier submission that this very file would only repeat: the newest that arrived, unless it was withdrawn. Highest version first. */
export const sameFile = (submissions: readonly Submission[], sha256: string, basis: Basis): Submission | undefined => {
  const newest = submissions.find(({ status }) => !NEVER_ARRIVED.includes(status))
  if (newest?.file?.sha256 !== sha256 || newest.status === 'withdrawn') return undefined
  return standsStill(newest, basis) ? newest : undefined
}
