import type { Submission } from './submission.ts'

/** Who calls: `person` from the token's subject, `agency` the unit a clerk files for. */
export type Caller = { readonly person: string; readonly role: 'clerk' | 'reviewer'; readonly agency: string | null }

/** What a person is called on the screen. */
export const ROLE_WORDS: Record<Caller['role'], string> = { clerk: '填报人员', reviewer: '审核人员' }

/** A clerk files for the own agency only. */
export const maySubmit = (caller: Caller, agencyId: string): boolean => caller.role === 'clerk' && caller.agency === agencyId

/** A clerk sees the own agency's submissions, a reviewer all. */
export const maySee = (caller: Caller, agencyId: string): boolean => caller.role === 'reviewer' || caller.agency === agencyId

/** Nobody approves or returns what they themselves submitted. */
export const mayReview = (caller: Caller, { submittedBy }: Pick<Submission, 'submittedBy'>): boolean =>
  caller.role === 'reviewer' && caller.person !== submittedBy
