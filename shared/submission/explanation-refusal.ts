import type { Finding } from '../findings/finding.ts'
import { findingKey } from '../findings/finding-key.ts'
import { SEVERITY_WORDS } from '../findings/severity-words.ts'
import { lets, wordsOf } from './lifecycle.ts'
import { type Caller, maySubmit } from './permissions.ts'
import { type Problem, problem } from './problem.ts'
import type { Submission } from './submission.ts'

/** Once a report is approved, what was said of its warnings stays as the reviewer saw it. */
export const mayExplain = (caller: Caller, { agencyId, status }: Pick<Submission, 'agencyId' | 'status'>): boolean =>
  maySubmit(caller, agencyId) && lets(status, 'explain')

/** Why this person cannot explain this finding: undefined where they can. */
export const refuseExplanation = (
  caller: Caller,
  { agencyId, status }: Pick<Submission, 'agencyId' | 'status'>,
  findings: readonly Finding[],
  key: string,
): Problem | undefined => {
  if (!maySubmit(caller, agencyId)) return problem(403, 'not-the-clerk', '只有本单位的填报人员可以说明核查意见。')
  if (!mayExplain(caller, { agencyId, status }))
    return problem(409, 'wrong-status', `这份报告现在的状态是“${wordsOf(status).label}”,不能再补充说明。`)
  const finding = findings.find((each) => findingKey(each) === key)
  if (finding === undefined) return problem(404, 'unknown-finding', '这份报告没有这条核查意见,请刷新页面后再试。')
  return finding.severity === 'warning'
    ? undefined
    : problem(
        409,
        'not-a-warning',
        `只有“${SEVERITY_WORDS.warning.demand}”的意见可以说明;“${SEVERITY_WORDS.error.demand}”的意见请改正后重新提交。`,
      )
}
