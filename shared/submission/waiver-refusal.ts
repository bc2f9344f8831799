import type { Waiver } from '../assessment/waiver.ts'
import type { Rule } from '../rule-kit/rule.ts'
import type { Caller } from './permissions.ts'
import { type Problem, problem, unknownAgency } from './problem.ts'
import type { Agency } from './submission.ts'

/** A file that cannot be read has nothing that could be let stand. */
const NEVER_WAIVED = 'file-readable'

type Known = { readonly agency: Agency | undefined; readonly rules: readonly Rule[] /** `YYYY-MM-DD` */; readonly today: string }

/** Why this waiver cannot be granted: undefined where it can. */
export const refuseWaiver = (
  caller: Caller,
  { rule, expires }: Pick<Waiver, 'rule' | 'expires'>,
  { agency, rules, today }: Known,
): Problem | undefined => {
  if (caller.role !== 'reviewer') return problem(403, 'not-a-reviewer', '只有政府信息公开工作主管部门的审核人员可以豁免核查意见。')
  if (agency === undefined) return unknownAgency()
  const asked = rules.find(({ id }) => id === rule)
  if (asked === undefined) return problem(400, 'not-to-be-waived', '没有这条规则,也就没有可以豁免的错误。')
  if (asked.severity !== 'error' || asked.id === NEVER_WAIVED)
    return problem(400, 'not-to-be-waived', `规则“${asked.title}”没有可以豁免的错误。`)
  return expires < today ? problem(400, 'expired', `到期日期${expires}已经过去。`) : undefined
}
