import { isOffice, type Role } from './permissions.ts'
import { type Problem, problem } from './problem.ts'

/** For a caller of none of these roles. */
export const notForRole = (only: readonly Role[]): Problem => {
  if (only.every((role) => role === 'administrator')) return problem(403, 'not-an-administrator', '只有管理员可以使用这项功能。')
  if (only.every((role) => isOffice({ role })))
    return problem(403, 'not-a-reviewer', '只有政府信息公开工作主管部门的人员可以使用这项功能。')
  return problem(403, 'not-for-this-role', '您的身份不能使用这项功能。')
}

/** For a reviewer who looks after a part of the registry, and asked for what holds for all of it. */
export const notForPart = (): Problem =>
  problem(403, 'bound-to-part', '您只负责部分单位,不能修改全部单位共用的内容,请由管理员或负责全部单位的审核人员处理。')
