import type { Status } from './lifecycle.ts'
import type { Submission } from './submission.ts'

const NEVER_ARRIVED: readonly Status[] = ['requested', 'lapsed']

/** The earlier submission that this very file would only repeat: the newest that arrived, unless it was withdrawn. Highest version first. */
export const sameFile = (submissions: readonly Submission[], sha256: string): Submission | undefined => {
  const newest = submissions.find(({ status }) => !NEVER_ARRIVED.includes(status))
  return newest?.file?.sha256 === sha256 && newest.status !== 'withdrawn' ? newest : undefined
}
