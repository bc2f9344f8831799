import { isTakenOutOfPublic } from './history.ts'
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

/** Its page may stand in public still, though it is withdrawn. */
const isLeftInPublic = (submission: Submission): boolean => submission.status === 'withdrawn' && !isTakenOutOfPublic(submission)

const unfinished = (submission: Submission, { arrived }: Seen): readonly Told[] =>
  arrived
    ? [lifecycle.uploaded.by]
    : toldOf(submission.status).filter(
        (queue) => takesOver(queue, submission.status) || (queue === 'publish-report' && isLeftInPublic(submission)),
      )

export const remediesOf = (submission: Submission, seen: Seen, now: Date, limits: Limits): Remedy[] => {
  const { status, since } = submission
  if (status === 'requested' && !seen.arrived) return since > minutesBefore(now, limits.lapseMinutes) ? [] : [{ lapse: true }]
  return [
    ...unfinished(submission, seen).map((tell): Remedy => ({ tell, because: 'fault' })),
    ...(seen.unsent === undefined ? [] : [{ tell: 'notify-agency', because: 'mail' } as const]),
  ]
}
