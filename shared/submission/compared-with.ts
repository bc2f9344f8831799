import type { Received, Submission } from './submission.ts'
import { highestVersionFirst, receivedAmong } from './version.ts'

/** The submission of the same agency and year before this one whose report was judged; undefined where this one was not. Any order. */
export const comparedWith = (submission: Submission, ofAgencyAndYear: readonly Submission[]): Received | undefined => {
  const judged = ({ verdict }: Submission): boolean => verdict === 'pass' || verdict === 'fail'
  const { version } = submission
  if (!judged(submission) || version === undefined) return undefined
  return receivedAmong(ofAgencyAndYear)
    .filter((other) => judged(other) && other.version < version)
    .toSorted(highestVersionFirst)[0]
}
