import { SWEEP_LIMITS } from '../../shared/pipeline.ts'
import type { Ports } from '../../shared/ports/ports.ts'
import { type MailedStatus, STATUSES } from '../../shared/submission/lifecycle.ts'
import { owedMails } from '../../shared/submission/owed-mails.ts'
import { type Remedy, remediesOf, type Seen, standingStill } from '../../shared/submission/standing-still.ts'
import type { Submission } from '../../shared/submission/submission.ts'
import { scheduleHandler } from '../events/schedule-handler.ts'

type Needs = Pick<Ports, 'submissions' | 'lists' | 'uploads' | 'mailLog' | 'queue' | 'clock' | 'log'>

/** Finds what stands still and sends it on, and lapses uploads that never came. One that fails does not stop the others. */
export const createHandler = (needs: Needs) =>
  scheduleHandler(async () => {
    const now = needs.clock.now()
    for (const status of STATUSES)
      for (const submission of await needs.lists.inStatus(status, standingStill(status, now, SWEEP_LIMITS)))
        await mend(needs, submission, now).catch((error: unknown) => needs.log.error('not mended', { submission: submission.id }, error))
  })

const mend = async (needs: Needs, submission: Submission, now: Date): Promise<void> => {
  for (const remedy of remediesOf(submission, await look(needs, submission), now, SWEEP_LIMITS)) await apply(needs, submission, remedy, now)
}

const look = async (needs: Needs, submission: Submission): Promise<Seen> => {
  const { status, key } = submission
  return {
    arrived: status === 'requested' && (await needs.uploads.head(key)) !== undefined,
    unsent: await firstUnsent(needs, submission),
  }
}

const firstUnsent = async ({ mailLog }: Needs, submission: Submission): Promise<MailedStatus | undefined> => {
  for (const status of owedMails(submission)) if ((await mailLog.load(submission.id, status))?.state !== 'sent') return status
  return undefined
}

/** A fault is counted; when it goes on, the operator is called by a line that begins with ALARM. */
const apply = async ({ submissions, queue, log }: Needs, { id, status }: Submission, remedy: Remedy, now: Date): Promise<void> => {
  if ('lapse' in remedy) return void (await submissions.advance(id, 'requested', 'lapsed', { at: now.toISOString() }))
  if (remedy.because === 'mail') log.warn('mail not sent yet', { submission: id, status })
  else {
    const faults = await submissions.countFault(id)
    const facts = { submission: id, status, next: remedy.tell, faults }
    if (faults > SWEEP_LIMITS.faultAlarm) log.error('ALARM submission stands still', facts)
    else log.warn('submission sent on', facts)
  }
  await queue.send(id, remedy.tell)
}
