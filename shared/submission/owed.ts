import { isTakenOutOfPublic } from './history.ts'
import { comesFrom, isMailed, lifecycle, STATUSES, type Status, type Told, takesOver, toldOf } from './lifecycle.ts'
import type { MailSubject, Submission } from './submission.ts'

/** What a submission bears in the index of what is owed: by which it is found, and the ISO instant from which sweep is to look at it. */
export type OwedMark = { readonly owed: 'submission'; readonly due: string }
export const OWED: OwedMark['owed'] = 'submission'

const QUEUED: readonly Told[] = STATUSES.flatMap(toldOf)

type Facts = Pick<Submission, 'status' | 'history' | 'mails' | 'systemFault'>

/** The page of a withdrawn report may stand in public still. */
const isLeftInPublic = (submission: Facts): boolean => submission.status === 'withdrawn' && !isTakenOutOfPublic(submission)

/** Whether the system takes the next step from this status, and no person: such a submission is always owed for. */
export const isPassing = (status: Status): boolean => status === 'requested' || toldOf(status).some((queue) => takesOver(queue, status))

/** The queues whose functions have a step to take: by the lifecycle, where the system does and no person. An upload is awaited of an agency. */
export const stepsOwed = (submission: Facts): Told[] =>
  toldOf(submission.status).filter(
    (queue) => takesOver(queue, submission.status) || (queue === lifecycle.published.by && isLeftInPublic(submission)),
  )

/**
 * The mails that the agency is owed, neither sent nor given up: of a fault of ours, one for each submission; and of every status, oldest first, also of
 * one that the submission has since left.
 */
export const mailsOwed = ({ history, mails = [], systemFault }: Facts): MailSubject[] => {
  const done = new Set<MailSubject>(mails.map(({ status }) => status))
  const reached = new Set<MailSubject>(history.map(({ status }) => status).filter(isMailed))
  return [...(systemFault === undefined ? [] : ['system-fault' as const]), ...reached].filter((subject) => !done.has(subject))
}

/**
 * The queues that are told again of a submission whose step was given up: of the steps and mails that it is owed; where there are none, the function
 * that took the last step, which may have had something to do after it.
 */
export const toldAgain = (submission: Facts): Told[] => {
  const { status } = submission
  const mails = mailsOwed(submission).some((subject) => subject !== 'system-fault') ? (['notify-agency'] as const) : []
  if (status === 'requested') return [lifecycle.uploaded.by]
  const owed = [...new Set<Told>([...stepsOwed(submission), ...mails])]
  return owed.length > 0 ? owed : QUEUED.filter((queue) => queue === lifecycle[status].by)
}

/** Whether a step, a mail or a file is to come. */
export const isOwed = (submission: Facts): boolean =>
  submission.status === 'requested' ||
  submission.systemFault !== undefined ||
  stepsOwed(submission).length > 0 ||
  mailsOwed(submission).length > 0

/** Whether a mail may be on its way when a submission stands in this status: of the status itself or of one before. */
const mayBeMailed = (status: Status): boolean => {
  const ways = new Set<Status>([status])
  for (const late of ways) for (const early of STATUSES.filter((each) => comesFrom(late, each))) ways.add(early)
  return [...ways].some(isMailed)
}

/**
 * What the write that brings a submission from one status to another does with its mark. A status that owes something lets it stand (`keep`: with
 * the instant that it has, which is sooner, and moves no entry of the index) or sets it anew, where one of an earlier mail may be due much later.
 * An end takes it away, but leaves it where an earlier mail may not be sent yet.
 */
export const markAfter = (from: Status, to: Status): 'keep' | 'set' | 'leave' | 'take' => {
  const owes = to === 'requested' || toldOf(to).length > 0
  if (mayBeMailed(from)) return owes ? 'set' : 'leave'
  return owes ? 'keep' : 'take'
}
