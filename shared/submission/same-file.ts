import type { Status } from './lifecycle.ts'
import type { Submission } from './submission.ts'

const NEVER_ARRIVED: readonly Status[] = ['requested', 'lapsed']

/** The same file may be handed in again after these. */
const MAY_COME_AGAIN: readonly Status[] = ['lapsed', 'returned', 'replaced', 'recalled', 'withdrawn']

/** Whether the submission of a file is that of the same file handed in today, too, unless the verdict would be another. */
export const mayStillBeTheOne = ({ status }: Pick<Submission, 'status'>): boolean => !MAY_COME_AGAIN.includes(status)

/** Whether the file of a submission has come. */
export const hasArrived = ({ status }: Pick<Submission, 'status'>): boolean => !NEVER_ARRIVED.includes(status)

/** The newest submission whose file has this hash, of those of an agency and year, highest version first. */
export const newestOfFile = (submissions: readonly Submission[], sha256: string): Submission | undefined =>
  submissions.find((submission) => hasArrived(submission) && submission.file?.sha256 === sha256)
