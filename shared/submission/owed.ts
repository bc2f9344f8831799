import { isTakenOutOfPublic } from './history.ts'
import { comesFrom, isMailed, lifecycle, type MailedStatus, STATUSES, type Status, type Told, takesOver, toldOf } from './lifecycle.ts'
import type { Submission } from './submission.ts'

/** What a submission bears in the index of what is owed: by which it is found, and the ISO instant from which sweep is to look at it. */
export type OwedMark = { readonly owed: 'submission'; readonly due: string }
export const OWED: OwedMark['owed'] = 'submission'

type Facts = Pick<Submission, 'status' | 'history' | 'mails'>

/** The page of a withdrawn report may stand in public still. */
const isLeftInPublic = (submission: Facts): boolean => submission.status === 'withdrawn' && !isTakenOutOfPublic(submission)

/** The queues whose functions have a step to take: by the lifecycle, where the system does and no person. An upload is awaited of an agency. */
export const stepsOwed = (submission: Facts): Told[] =>
  toldOf(submission.status).filter(
    (queue) => takesOver(queue, submission.status) || (queue === lifecycle.published.by && isLeftInPublic(submission)),
  )

/** The mails that the agency is owed, oldest first: also of a status that the submission has since left. Neither sent nor given up. */
export const mailsOwed = ({ history, mails = [] }: Facts): MailedStatus[] => {
  const done = new Set(mails.map(({ status }) => status))
  return [...new Set(history.map(({ status }) => status).filter(isMailed))].filter((status) => !done.has(status))
}

/** Whether a step, a mail or a file is to come. */
export const isOwed = (submission: Facts): boolean =>
  submission.status === 'requested' || stepsOwed(submission).length > 0 || mailsOwed(submission).length > 0

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
