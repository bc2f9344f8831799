import { stepTo } from './history.ts'
import { comesFrom, type Decided, type From, lifecycle, type Status, wordsOf } from './lifecycle.ts'
import { type Caller, mayReview } from './permissions.ts'
import { type Problem, problem } from './problem.ts'
import type { Received, StepChanges, Submission } from './submission.ts'

/** What a decision turns a submission into. */
export const DECISIONS = {
  approve: { to: 'approved', words: '审核通过' },
  return: { to: 'returned', words: '退回' },
  withdraw: { to: 'withdrawn', words: '撤下' },
} as const satisfies Record<string, { to: Decided; words: string }>

export type Decision = keyof typeof DECISIONS
/** A decision, with its reason where it needs one. */
export type Review = { readonly decision: Decision; readonly reason?: string }

type Outcome = (typeof DECISIONS)[Decision]['to']

/** The step that a decision comes to. */
type DecidedStep = { readonly from: From<Outcome>; readonly to: Outcome; readonly note?: string; readonly changes: StepChanges }

export const unknownSubmission = (): Problem => problem(404, 'unknown-submission', '没有这份报告,或您无权查看。')

/** For a submission that is not, or no longer, in the status that the decision is made in. */
export const refuseStatus = (decision: Decision, status: Status): Problem => {
  const { to, words } = DECISIONS[decision]
  const from = lifecycle[to].from.map((each) => `“${wordsOf(each).label}”`).join('、')
  return problem(409, 'wrong-status', `这份报告现在的状态是“${wordsOf(status).label}”,只有${from}的报告才能${words}。`)
}

/** For one that is to be approved although its agency has handed in a newer version since. */
export const refuseOlder = (newer: Pick<Received, 'version' | 'status'>): Problem =>
  problem(
    409,
    'newer-version',
    `填报单位此后又提交了第${newer.version}版(${wordsOf(newer.status).label}),本版本不能再审核通过。请审核第${newer.version}版。`,
  )

/** Whether this person has decided so already; the submission may have moved on since. */
export const isDecided = (caller: Caller, submission: Submission, { decision }: Review): boolean =>
  stepTo(submission, DECISIONS[decision].to)?.by === caller.person

/** What this person's decision comes to, or why they cannot decide so. */
export const decide = (caller: Caller, submission: Submission, review: Review): DecidedStep | { readonly refused: Problem } => {
  if (caller.role !== 'reviewer')
    return { refused: problem(403, 'not-a-reviewer', '只有政府信息公开工作主管部门的审核人员可以审核年度报告。') }
  if (!mayReview(caller, submission)) return { refused: problem(403, 'own-submission', '不能审核自己提交的报告,请由其他审核人员处理。') }
  const { status } = submission
  const { decision, reason } = review
  const { to } = DECISIONS[decision]
  if (!comesFrom(to, status)) return { refused: refuseStatus(decision, status) }
  const changes = { reviewedBy: caller.person, ...(decision === 'return' && reason !== undefined && { returnReason: reason }) }
  return { from: status, to, changes, ...(reason !== undefined && { note: reason }) }
}
