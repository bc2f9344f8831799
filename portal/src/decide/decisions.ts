import type { ReviewRequest } from '../../../shared/http-api/submissions.ts'
import { comesFrom, type Status } from '../../../shared/submission/lifecycle.ts'
import { DECISIONS } from '../../../shared/submission/review-refusal.ts'

export type Decision = ReviewRequest['decision']

export const DECISION_WORDS: Record<Decision, string> = { approve: '同意发布', return: '退回修改', withdraw: '撤下已发布的报告' }

/** The decisions that are open in a status. */
export const decisionsIn = (status: Status): Decision[] =>
  (Object.keys(DECISION_WORDS) as Decision[]).filter((decision) => comesFrom(DECISIONS[decision].to, status))

/** The request of a decision; undefined where its reason is missing. */
export const requestOf = (decision: Decision, reason: string): ReviewRequest | undefined => {
  if (decision === 'approve') return { decision }
  return reason.trim() === '' ? undefined : { decision, reason: reason.trim() }
}
