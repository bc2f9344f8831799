import { lifecycle, type MailedStatus, type Status, type Told, takesOver, toldOf } from './lifecycle.ts'
import type { Submission } from './submission.ts'

type Limits = {
  /** An upload that has not come after this lapses. */
  readonly lapseMinutes: number
  /** A step that was not taken after this is announced again. */
  readonly stalledMinutes: number
  /** Mails and withdrawals are looked after for so long. */
  readonly recentMinutes: number
}

/** What is seen of a submission that stands still, beside its status. */
export type Seen = {
  /** Its upload came, though it is requested still. */
  readonly arrived: boolean
  /** Its page stands in public, though it is withdrawn. */
  readonly leftInPublic: boolean
  /** The first of the mails that it owes which is not sent. */
  readonly unsent: MailedStatus | undefined
}

/** What is done about it: a queue is told again, because of a fault of ours or of a mail that was not sent. */
export type Remedy = { readonly lapse: true } | { readonly tell: Told; readonly because: 'fault' | 'mail' }

const minutesBefore = (now: Date, minutes: number): string => new Date(now.getTime() - minutes * 60_000).toISOString()

/** The system has a step to take from this status, however long it stands. */
const isPassing = (status: Status): boolean => status === 'requested' || toldOf(status).some((queue) => takesOver(queue, status))

/** Since when a submission in this status has come to stand still: ISO instants, both included. */
export const standingStill = (status: Status, now: Date, limits: Limits): { readonly from?: string; readonly to: string } => ({
  to: minutesBefore(now, limits.stalledMinutes),
  ...(!isPassing(status) && { from: minutesBefore(now, limits.recentMinutes) }),
})

const unfinished = ({ status }: Submission, { arrived, leftInPublic }: Seen): readonly Told[] =>
  arrived
    ? [lifecycle.uploaded.by]
    : toldOf(status).filter((queue) => takesOver(queue, status) || (leftInPublic && queue === 'publish-report'))

export const remediesOf = (submission: Submission, seen: Seen, now: Date, limits: Limits): Remedy[] => {
  const { status, since } = submission
  if (status === 'requested' && !seen.arrived) return since > minutesBefore(now, limits.lapseMinutes) ? [] : [{ lapse: true }]
  return [
    ...unfinished(submission, seen).map((tell): Remedy => ({ tell, because: 'fault' })),
    ...(seen.unsent === undefined ? [] : [{ tell: 'notify-agency', because: 'mail' } as const]),
  ]
}
