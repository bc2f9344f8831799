import { stepTo } from './history.ts'
import { lifecycle, type Told } from './lifecycle.ts'
import { mailsOwed, stepsOwed } from './owed.ts'
import type { Submission } from './submission.ts'

type Limits = {
  /** An upload that has not come after this lapses. */
  readonly lapseMinutes: number
  /** A step that was not taken after this is announced again. */
  readonly stalledMinutes: number
  /** A mail that was not sent after this is announced again. */
  readonly mailMinutes: number
}

/** What is done about a submission that was due: at `due`, an ISO instant, it is looked at again. */
export type Plan =
  | { readonly act: 'lapse' }
  | { readonly act: 'settle' }
  | { readonly act: 'wait'; readonly due: string }
  /** The queues that are told again; a fault of ours where a step stood still. */
  | { readonly act: 'tell'; readonly queues: readonly Told[]; readonly fault: boolean; readonly due: string }

const after = (instant: string, minutes: number): string => new Date(Date.parse(instant) + minutes * 60_000).toISOString()

/** Since when the oldest of the mails that are owed is so; undefined where none is. */
export const mailOwedSince = (submission: Submission): string | undefined => {
  const [oldest] = mailsOwed(submission)
  return oldest && (stepTo(submission, oldest)?.at ?? submission.since)
}

/** `arrived`: whether the file came of a submission that is requested still. A submission may be looked at too early: then it waits. */
export const planOf = (submission: Submission, arrived: boolean, now: Date, limits: Limits): Plan => {
  const { status, since } = submission
  const at = now.toISOString()
  if (status === 'requested' && !arrived && after(since, limits.lapseMinutes) <= at) return { act: 'lapse' }
  const steps = status === 'requested' ? (arrived ? [lifecycle.uploaded.by] : []) : stepsOwed(submission)
  const mailSince = mailOwedSince(submission)
  if (status !== 'requested' && steps.length === 0 && mailSince === undefined) return { act: 'settle' }

  const stalled = steps.length > 0 && after(since, limits.stalledMinutes) <= at
  const unsent = mailSince !== undefined && after(mailSince, limits.mailMinutes) <= at
  const queues: Told[] = [...(stalled ? steps : []), ...(unsent ? ['notify-agency' as const] : [])]
  if (queues.length > 0) return { act: 'tell', queues, fault: stalled, due: after(at, limits.stalledMinutes) }
  if (mailSince !== undefined) return { act: 'wait', due: after(mailSince, limits.mailMinutes) }
  if (steps.length > 0) return { act: 'wait', due: after(since, limits.stalledMinutes) }
  // An upload may have come whose event was lost: it is looked for some times before it lapses.
  const [due = at] = [after(since, limits.lapseMinutes), after(at, limits.stalledMinutes)].toSorted()
  return { act: 'wait', due }
}
