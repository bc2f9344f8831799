import type { QueueName } from '../pipeline.ts'
import type { Status } from './lifecycle.ts'
import { type Caller, mayReview } from './permissions.ts'
import { type Problem, problem } from './problem.ts'
import { STATUS_WORDS } from './status-words.ts'
import type { Submission } from './submission.ts'

/** What a decision turns a submission from, and into, and who is told next. */
export const DECISIONS = {
  approve: { from: 'passed', to: 'approved', words: '审核通过', next: 'publish-report' },
  return: { from: 'passed', to: 'returned', words: '退回', next: 'notify-agency' },
  withdraw: { from: 'published', to: 'withdrawn', words: '撤下', next: 'publish-report' },
} as const satisfies Record<string, { from: Status; to: Status; words: string; next: QueueName }>

export type Decision = keyof typeof DECISIONS

export const unknownSubmission = (): Problem => problem(404, 'unknown-submission', '没有这份报告,或您无权查看。')

/** For a submission that is not, or no longer, in the status that the decision is made in. */
export const refuseStatus = (decision: Decision, status: Status): Problem => {
  const { from, words } = DECISIONS[decision]
  return problem(
    409,
    'wrong-status',
    `这份报告现在的状态是“${STATUS_WORDS[status].label}”,只有“${STATUS_WORDS[from].label}”的报告才能${words}。`,
  )
}

/** Why this person cannot decide so: undefined where they can. */
export const refuseReview = (caller: Caller, submission: Submission, decision: Decision): Problem | undefined => {
  if (caller.role !== 'reviewer') return problem(403, 'not-a-reviewer', '只有政府信息公开工作主管部门的审核人员可以审核年度报告。')
  if (!mayReview(caller, submission)) return problem(403, 'own-submission', '不能审核自己提交的报告,请由其他审核人员处理。')
  return submission.status === DECISIONS[decision].from ? undefined : refuseStatus(decision, submission.status)
}
