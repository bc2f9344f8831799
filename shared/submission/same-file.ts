import { comesFrom, lets } from './lifecycle.ts'
import type { Submission } from './submission.ts'

/** Whether the submission of a file is that of the same file handed in today, too, unless the verdict would be another. */
export const mayStillBeTheOne = ({ status }: Pick<Submission, 'status'>): boolean => !lets(status, 'file-again')

/** Whether the file of a submission has come. */
export const hasArrived = ({ status }: Pick<Submission, 'status'>): boolean => !comesFrom('uploaded', status)

/** The newest submission whose file has this hash, of those of an agency and year, highest version first. */
export const newestOfFile = (submissions: readonly Submission[], sha256: string): Submission | undefined =>
  submissions.find((submission) => hasArrived(submission) && submission.file?.sha256 === sha256)
