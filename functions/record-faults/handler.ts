import type { Ports } from '../../shared/ports/ports.ts'
import { toldAgain } from '../../shared/submission/owed.ts'
import { faultAfter } from '../../shared/submission/system-fault.ts'
import { Arrivals } from '../events/queue-event.ts'
import { queueHandler } from '../events/queue-handler.ts'

type Needs = Pick<Ports, 'submissions' | 'owed' | 'queue' | 'clock' | 'log'>

/**
 * Takes what a queue gave up on: the submission is marked with a fault of ours, of which its agency is told, and sweep tries the step again later.
 * A message of no submission stays among the dead letters, where an alarm calls for it.
 */
export const createHandler = (needs: Needs) =>
  queueHandler(Arrivals, needs.log, async (arrivals) => {
    for (const { submission } of arrivals) await record(needs, submission)
  })

const record = async ({ submissions, owed, queue, clock, log }: Needs, id: string | null): Promise<void> => {
  const submission = id === null ? undefined : await submissions.load(id)
  if (submission === undefined) throw new Error('a message was given up that tells of no submission')
  const fault = faultAfter(submission.systemFault, clock.now())
  const facts = { submission: submission.id, status: submission.status, times: fault.count }
  log.error('ALARM message given up', facts)
  if (toldAgain(submission).length === 0) return // A delivery that came too late: there is nothing left to do.
  if (!(await owed.markFault(submission, fault))) throw new Error(`submission ${submission.id} has changed meanwhile`)
  await queue.send(submission.id, 'notify-agency')
}
