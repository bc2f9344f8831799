import { comesFrom, wordsOf } from './lifecycle.ts'
import { type Caller, maySubmit } from './permissions.ts'
import { type Problem, problem } from './problem.ts'
import type { Submission } from './submission.ts'

type Standing = Pick<Submission, 'agencyId' | 'status'>

/** Whether this person may take the submission back. */
export const mayRecall = (caller: Caller, { agencyId, status }: Standing): boolean =>
  maySubmit(caller, agencyId) && comesFrom('recalled', status)

/** Why this person cannot take the submission back: undefined where they can, or somebody of the agency has done so already. */
export const refuseRecall = (caller: Caller, { agencyId, status }: Standing): Problem | undefined => {
  if (!maySubmit(caller, agencyId)) return problem(403, 'not-the-clerk', '只有本单位的填报人员可以收回报告。')
  if (status === 'recalled' || comesFrom('recalled', status)) return undefined
  return problem(409, 'wrong-status', `这份报告现在的状态是“${wordsOf(status).label}”,只有“${wordsOf('passed').label}”的报告才能收回。`)
}
