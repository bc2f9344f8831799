import type { Listed } from '../submission/listed.ts'
import type { Submission } from '../submission/submission.ts'
import type { SubmissionSummary } from './submissions.ts'

/** What lists show of a submission: nothing of keys, hashes and object versions. */
export const summaryOf = (submission: Listed & Partial<Submission>, siteUrl: string): SubmissionSummary => {
  const {
    key,
    declaredSha256,
    first,
    clean,
    receivedAt,
    unexplained,
    alike,
    file,
    history,
    ruleSet,
    judgedBeside,
    reviewedBy,
    faults,
    mails,
    mailing,
    systemFault,
    page,
    ...rest
  } = submission
  return { ...rest, ...(systemFault && { systemFault: true as const }), ...(page !== undefined && { pageUrl: `${siteUrl}${page}` }) }
}
