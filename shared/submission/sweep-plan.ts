import { stepTo } from './history.ts'
import { lifecycle, type Told } from './lifecycle.ts'
import { isOwed, mailsOwed, stepsOwed, toldAgain } from './owed.ts'
import type { Submission, SystemFault } from './submission.ts'

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
  /** The queues that are told again; a fault of ours where a step stood still. `last` where nothing is owed beside what they may still do. */
  | { readonly act: 'tell'; readonly queues: readonly Told[]; readonly fault: boolean; readonly last: boolean; readonly due: string }

const after = (instant: string, minutes: number): string => new Date(Date.parse(instant) + minutes * 60_000).toISOString()

/** Since when the oldest of the mails that are owed is so; undefined where none is. */
export const mailOwedSince = (submission: Submission): string | undefined => {
  const [oldest] = mailsOwed(submission)
  if (oldest === 'system-fault') return submission.systemFault?.since
  return oldest && (stepTo(submission, oldest)?.at ?? submission.since)
}

/** What is done about a submission whose step was given up: the step is tried again at its time, and a mail that is owed meanwhile is sent. */
const planOfFault = (submission: Submission, fault: SystemFault, now: Date, limits: Limits): Plan => {
  const at = now.toISOString()
  const mailSince = mailOwedSince(submission)
  const unsent = mailSince !== undefined && after(mailSince, limits.mailMinutes) <= at
  const { systemFault: _, ...withoutFault } = submission
  const [again, last] = fault.retryAt <= at ? [toldAgain(submission), !isOwed(withoutFault)] : [[], false]
  const queues = [...new Set<Told>([...again, ...(unsent ? ['notify-agency' as const] : [])])]
  return queues.length > 0
    ? { act: 'tell', queues, fault: again.length > 0, last, due: after(at, limits.stalledMinutes) }
    : { act: 'wait', due: fault.retryAt }
}

/** `arrived`: whether the file came of a submission that is requested still. A submission may be looked at too early: then it waits. */
export const planOf = (submission: Submission, arrived: boolean, now: Date, limits: Limits): Plan => {
  const { status, since } = submission
  const at = now.toISOString()
  if (submission.systemFault !== undefined && (status !== 'requested' || arrived))
    return planOfFault(submission, submission.systemFault, now, limits)
  if (status === 'requested' && !arrived && after(since, limits.lapseMinutes) <= at) return { act: 'lapse' }
  const steps = status === 'requested' ? (arrived ? [lifecycle.uploaded.by] : []) : stepsOwed(submission)
  const mailSince = mailOwedSince(submission)
  if (status !== 'requested' && steps.length === 0 && mailSince === undefined) return { act: 'settle' }

  const stalled = steps.length > 0 && after(since, limits.stalledMinutes) <= at
  const unsent = mailSince !== undefined && after(mailSince, limits.mailMinutes) <= at
  const queues: Told[] = [...(stalled ? steps : []), ...(unsent ? ['notify-agency' as const] : [])]
  if (queues.length > 0) return { act: 'tell', queues, fault: stalled, last: false, due: after(at, limits.stalledMinutes) }
  if (mailSince !== undefined) return { act: 'wait', due: after(mailSince, limits.mailMinutes) }
  if (steps.length > 0) return { act: 'wait', due: after(since, limits.stalledMinutes) }
  // An upload may have come whose event was lost: it is looked for some times before it lapses.
  const [due = at] = [after(since, limits.lapseMinutes), after(at, limits.stalledMinutes)].toSorted()
  return { act: 'wait', due }
}
