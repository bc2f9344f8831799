import type { Agency, Submission } from './submission.ts'

/** Clerks file, the reviewers of the disclosure office decide, its administrator looks after the registry and over what was done. */
export const ROLES = ['clerk', 'reviewer', 'administrator'] as const
export type Role = (typeof ROLES)[number]

/** What a person is called on the screen. */
export const ROLE_WORDS: Record<Role, string> = { clerk: '填报人员', reviewer: '审核人员', administrator: '管理员' }

/** The roles of the disclosure office. */
export const OFFICE = ['reviewer', 'administrator'] as const satisfies readonly Role[]

/** Who calls, as `callerOf` reads it from the claims of a token. */
export type Caller = {
  /** The token's subject: a person, or a program that files for an agency. */
  readonly person: string
  readonly role: Role
  /** The unit that a clerk files for. */
  readonly agency: string | null
  /** The part of the registry that a reviewer is bound to: these agencies and all below them. Null for the whole. */
  readonly scope: readonly string[] | null
}

export const isOffice = ({ role }: Pick<Caller, 'role'>): boolean => role !== 'clerk'

/** A clerk files for the own agency only. */
export const maySubmit = (caller: Caller, agencyId: string): boolean => caller.role === 'clerk' && caller.agency === agencyId

/** A clerk sees the own agency's submissions, the office all; of a reviewer who is bound to a part, `isInReach` has more to say. */
export const maySee = (caller: Caller, agencyId: string): boolean => isOffice(caller) || caller.agency === agencyId

/** Nobody approves or returns what they themselves submitted, whatever role they do it in. */
export const mayReview = (caller: Caller, { submittedBy }: Pick<Submission, 'submittedBy'>): boolean =>
  caller.role === 'reviewer' && caller.person !== submittedBy

/** The registry, and what holds for all of it, is not for those who look after a part. */
export const mayKeepRegistry = ({ role, scope }: Pick<Caller, 'role' | 'scope'>): boolean =>
  role === 'administrator' || (role === 'reviewer' && scope === null)

/** Whether an agency stands in the caller's part of the registry by its own id; that of a superior may say so, too. */
export const isNamedBy = ({ scope }: Pick<Caller, 'scope'>, agencyId: string): boolean => scope === null || scope.includes(agencyId)

type Placed = Pick<Agency, 'id' | 'parent'>

/** Of the registry the caller's part. */
export const partOf = <One extends Placed>(caller: Pick<Caller, 'scope'>, registry: readonly One[]): One[] => {
  if (caller.scope === null) return [...registry]
  const below = new Map<string, string[]>()
  for (const { id, parent } of registry) if (parent !== undefined) below.set(parent, [...(below.get(parent) ?? []), id])
  const inPart = new Set(caller.scope)
  for (const id of inPart) for (const each of below.get(id) ?? []) inPart.add(each) // A set is walked through what is added meanwhile, too.
  return registry.filter(({ id }) => inPart.has(id))
}
