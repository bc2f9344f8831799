import type { Submission } from '../../shared/submission/submission.ts'

/** How submissions lie in the table. `status` and `since` are attributes of their own, for the indexes. */
export const submissionKey = (id: string) => ({ pk: `submission#${id}`, sk: 'submission' })

export const agencyYear = (agencyId: string, year: number): string => `${agencyId}#${year}`

export const toItem = (submission: Submission) => ({
  ...submissionKey(submission.id),
  agencyYear: agencyYear(submission.agencyId, submission.year),
  ...submission,
})

/** Only `toItem` writes what is read here. */
export const fromItem = (item: Record<string, unknown>): Submission => {
  const { pk, sk, agencyYear, ...submission } = item
  return submission as Submission
}
