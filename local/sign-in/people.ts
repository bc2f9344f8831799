import { ROLE_WORDS } from '../../shared/submission/permissions.ts'
import { DEMO_AGENCY, REVIEWER } from '../demo.ts'
import type { Person } from '../identity.ts'

/** Who can sign in; `name` is what they are called on the screen. */
export type Account = Person & { readonly name: string }

/** The people of the demo, each of whom one click signs in. */
export const DEMO_PEOPLE: readonly Account[] = [
  { sub: 'demo-clerk', name: '张敏', role: 'clerk', agency: DEMO_AGENCY.id },
  { sub: 'demo-colleague', name: '王强', role: 'clerk', agency: DEMO_AGENCY.id },
  { ...REVIEWER, name: '李静' },
  { sub: 'demo-second-reviewer', name: '赵磊', role: 'reviewer' },
  { sub: 'demo-administrator', name: '陈晨', role: 'administrator' },
]

/** What an account is in a few words. */
export const accountWords = ({ name, role, agency, scope }: Account): string => {
  const where = role === 'clerk' ? agency : scope?.join('、')
  return `${name}(${ROLE_WORDS[role]}${where === undefined ? '' : `,${where === DEMO_AGENCY.id ? DEMO_AGENCY.name : where}`})`
}
