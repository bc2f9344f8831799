import { SWEEP_LIMITS } from '../../shared/pipeline.ts'
import type { Ports } from '../../shared/ports/ports.ts'
import type { Submission } from '../../shared/submission/submission.ts'
import { mailOwedSince, type Plan, planOf } from '../../shared/submission/sweep-plan.ts'
import { scheduleHandler } from '../events/schedule-handler.ts'

type Needs = Pick<Ports, 'submissions' | 'owed' | 'board' | 'uploads' | 'mailLog' | 'queue' | 'clock' | 'log'>

/** So many submissions side by side. */
const AT_ONCE = 20

/** Finds what stands still and sends it on, and lapses uploads that never came. It reads what is due and nothing else; one that fails does not stop the others. */
export const createHandler = (needs: Needs) =>
  scheduleHandler(async () => {
    const { owed, board, clock, log } = needs
    const now = clock.now()
    await owed.takeInOlder(now.toISOString())
    await board.takeInOlder()
    const due = await owed.due(now.toISOString(), SWEEP_LIMITS.atMost)
    const mailsSince: string[] = []
    for (let first = 0; first < due.length; first += AT_ONCE) {
      const mended = due.slice(first, first + AT_ONCE).map((id) =>
        mend(needs, id, now).catch((error: unknown) => {
          log.error('not mended', { submission: id }, error)
          return undefined
        }),
      )
      mailsSince.push(...(await Promise.all(mended)).filter((since) => since !== undefined))
    }
    callForMails(needs, mailsSince, now)
  })

/** Does what is to be done about one submission; resolves with the instant since when it is owed a mail, if it is. */
const mend = async (needs: Needs, id: string, now: Date): Promise<string | undefined> => {
  const { submissions, uploads, mailLog } = needs
  const stored = await submissions.load(id)
  if (stored === undefined) return undefined
  const submission = { ...stored, mails: stored.mails ?? (await mailLog.ofBefore(id)) }
  const arrived = submission.status === 'requested' && (await uploads.head(submission.key)) !== undefined
  await carryOut(needs, submission, planOf(submission, arrived, now, SWEEP_LIMITS), now)
  return mailOwedSince(submission)
}

/** A fault is counted; when it goes on, the operator is called by a line that begins with ALARM. */
const carryOut = async ({ submissions, owed, queue, log }: Needs, submission: Submission, plan: Plan, now: Date): Promise<void> => {
  const { id, status } = submission
  if (plan.act === 'lapse') return void (await submissions.advance(id, 'requested', 'lapsed', { at: now.toISOString() }))
  if (plan.act === 'settle') return void (await owed.settle(submission))
  if (plan.act === 'wait') return void (await owed.putOff(submission, plan.due, false))
  if (!(plan.last ? await owed.settle(submission) : await owed.putOff(submission, plan.due, plan.fault))) return
  const faults = (submission.faults ?? 0) + (plan.fault ? 1 : 0)
  const facts = { submission: id, status, next: plan.queues.join(), faults }
  if (plan.fault && faults > SWEEP_LIMITS.faultAlarm) log.error('ALARM submission stands still', facts)
  else log.warn(plan.fault ? 'submission sent on' : 'mail not sent yet', facts)
  for (const next of plan.queues) await queue.send(id, next)
}

/** One line for all mails that are overdue: where the mail service is down there may be thousands. */
const callForMails = ({ log }: Needs, mailsSince: readonly string[], now: Date): void => {
  const overdue = new Date(now.getTime() - SWEEP_LIMITS.mailAlarmMinutes * 60_000).toISOString()
  const late = mailsSince.filter((since) => since <= overdue).toSorted()
  if (late[0] !== undefined) log.error('ALARM mails are not sent', { submissions: late.length, since: late[0] })
}
