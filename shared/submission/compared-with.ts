import type { Submission } from './submission.ts'

/** The submission of the same agency and year before this one whose report was judged; undefined where this one was not. Any order. */
export const comparedWith = (submission: Submission, ofAgencyAndYear: readonly Submission[]): Submission | undefined => {
  const judged = ({ verdict }: Submission): boolean => verdict === 'pass' || verdict === 'fail'
  if (!judged(submission)) return undefined
  return ofAgencyAndYear.filter((other) => judged(other) && other.version < submission.version).toSorted((a, b) => b.version - a.version)[0]
}
