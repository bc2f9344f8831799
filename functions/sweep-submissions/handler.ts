import { type QueueName, SWEEP_LIMITS } from '../../shared/pipeline.ts'
import type { Ports } from '../../shared/ports/ports.ts'
import { NEXT_FUNCTION, STATUSES, type Status } from '../../shared/submission/lifecycle.ts'
import { owedMails } from '../../shared/submission/owed-mails.ts'
import type { Submission } from '../../shared/submission/submission.ts'
import { scheduleHandler } from '../events/schedule-handler.ts'

type Needs = Pick<Ports, 'submissions' | 'lists' | 'publications' | 'uploads' | 'mailLog' | 'queue' | 'clock' | 'log'>

/** Mails and withdrawals are looked after for so long. */
const RECENT_MINUTES = 3 * 24 * 60

/** Statuses that no agency is ever written to before. */
const NEVER_MAILED: readonly Status[] = ['requested', 'lapsed', 'uploaded', 'parsed']

/** Finds what stands still and sends it on, and lapses uploads that never came. One that fails does not stop the others. */
export const createHandler = (needs: Needs) =>
  scheduleHandler(async () => {
    const { lists, clock, log } = needs
    const minutesAgo = (minutes: number): string => new Date(clock.now().getTime() - minutes * 60_000).toISOString()
    const sweep = async (
      status: Status,
      mend: (submission: Submission) => Promise<void>,
      minutes: number,
      recent = false,
    ): Promise<void> => {
      const standing = { to: minutesAgo(minutes), ...(recent && { from: minutesAgo(RECENT_MINUTES) }) }
      for (const submission of await lists.inStatus(status, standing))
        await mend(submission).catch((error: unknown) => log.error('not mended', { submission: submission.id }, error))
    }

    await sweep(
      'requested',
      (submission) => sendOnOrLapse(needs, submission, minutesAgo(SWEEP_LIMITS.lapseMinutes)),
      SWEEP_LIMITS.stalledMinutes,
    )
    for (const status of ['uploaded', 'parsed', 'approved'] as const)
      await sweep(status, (submission) => sendOn(needs, submission, NEXT_FUNCTION[status]), SWEEP_LIMITS.stalledMinutes)
    await sweep('withdrawn', (submission) => takeDown(needs, submission), SWEEP_LIMITS.stalledMinutes, true)
    for (const status of STATUSES.filter((any) => !NEVER_MAILED.includes(any)))
      await sweep(status, (submission) => remindOfMail(needs, submission), SWEEP_LIMITS.stalledMinutes, true)
  })

/** An upload that came, though its event was lost, is gone on with; one that has not come within its time lapses. */
const sendOnOrLapse = async (needs: Needs, submission: Submission, lapsedBefore: string): Promise<void> => {
  const { submissions, uploads, clock } = needs
  if ((await uploads.head(submission.key)) !== undefined) return sendOn(needs, submission, 'parse-report')
  if (submission.since > lapsedBefore) return
  await submissions.advance(submission.id, 'requested', 'lapsed', { at: clock.now().toISOString(), by: 'sweep-submissions' })
}

/** Standing still is a fault of ours, and counted; when it goes on, the operator is called by a line that begins with ALARM. */
const sendOn = async ({ submissions, queue, log }: Needs, { id, status }: Submission, next: QueueName): Promise<void> => {
  const faults = await submissions.countFault(id)
  const facts = { submission: id, status, next, faults }
  if (faults > SWEEP_LIMITS.faultAlarm) log.error('ALARM submission stands still', facts)
  else log.warn('submission sent on', facts)
  await queue.send(id, next)
}

/** A withdrawn report that still stands in public. */
const takeDown = async (needs: Needs, submission: Submission): Promise<void> => {
  const standing = await needs.publications.load(submission.agencyId, submission.year)
  if (standing?.submissionId === submission.id) await sendOn(needs, submission, 'publish-report')
}

const remindOfMail = async ({ mailLog, queue, log }: Needs, submission: Submission): Promise<void> => {
  for (const status of owedMails(submission))
    if ((await mailLog.load(submission.id, status))?.state !== 'sent') {
      log.warn('mail not sent yet', { submission: submission.id, status })
      return queue.send(submission.id, 'notify-agency')
    }
}
