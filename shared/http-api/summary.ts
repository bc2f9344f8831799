import type { Submission } from '../submission/submission.ts'
import type { SubmissionSummary } from './submissions.ts'

/** What lists show of a submission: nothing of keys, hashes and object versions. */
export const summaryOf = (submission: Submission, siteUrl: string): SubmissionSummary => {
  const { key, declaredSha256, file, history, ruleSet, judgedBeside, reviewedBy, faults, mails, mailing, page, ...summary } = submission
  return page === undefined ? summary : { ...summary, pageUrl: `${siteUrl}${page}` }
}
