import type { Queue } from '../../shared/ports/queue.ts'
import { announcedBy, type Taker } from '../../shared/submission/lifecycle.ts'
import type { Submission } from '../../shared/submission/submission.ts'

/**
 * Tells of a submission who hears of its status next, by the lifecycle: where the function itself brought it to that status, now or in a run that
 * broke off, so that a delivery after a crash tells it again, and one that comes late says nothing.
 */
export const announceNext = async (queue: Queue, by: Taker, submission: Pick<Submission, 'id' | 'status'> | undefined): Promise<void> => {
  if (submission === undefined) return
  for (const next of announcedBy(by, submission.status)) await queue.send(submission.id, next)
}
