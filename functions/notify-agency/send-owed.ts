import { MAIL_LIMITS } from '../../shared/pipeline.ts'
import type { Ports } from '../../shared/ports/ports.ts'
import { usableAddresses } from '../../shared/submission/mail-addresses.ts'
import { isOwed, mailsOwed } from '../../shared/submission/owed.ts'
import type { Agency, HistoryEntry, MailRecord, MailSubject, Submission } from '../../shared/submission/submission.ts'
import { mailOwedSince } from '../../shared/submission/sweep-plan.ts'
import type { Remaining } from '../events/queue-handler.ts'
import { composedMail, type MailNeeds } from './composed-mail.ts'

type Needs = MailNeeds & Pick<Ports, 'submissions' | 'agencies' | 'mailLog' | 'mailer' | 'clock' | 'log'>

/** A submission whose mails this delivery has claimed. */
type Claimed = Submission & { readonly mails: readonly MailRecord[] }

/** What came of one mail: its record, with a line for the history where it was given up; or that it is to be tried again, from an ISO instant on. */
type Attempt = { readonly record: MailRecord; readonly entry?: HistoryEntry } | { readonly retryAt: string }

/** For the writes that come after a mail. */
const RESERVE_MILLISECONDS = 10_000

/** Whether a mail may begin: a function must not be cut off while one is under way, as nobody would know whether it went out. */
const hasTimeToSend = (remaining: Remaining): boolean => remaining() >= MAIL_LIMITS.sendSeconds * 1000 + RESERVE_MILLISECONDS

/** A server that says a little now and then keeps the library's own limits from being reached. */
const inTime = async <Result>(sending: Promise<Result>): Promise<Result> => {
  let timer: NodeJS.Timeout | undefined
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(
      () => reject(new Error(`the mail service took longer than ${MAIL_LIMITS.sendSeconds} s`)),
      MAIL_LIMITS.sendSeconds * 1000,
    )
  })
  return Promise.race([sending, late]).finally(() => clearTimeout(timer))
}

const soon = (now: Date, minutes: number): string => new Date(now.getTime() + minutes * 60_000).toISOString()

/**
 * Sends the mails that a claimed submission is owed, oldest first, and records each as soon as the mail service took it. What the service does not
 * take is owed still, and due soon: sweep tells of it again, so that no message waits in a queue for the end of an outage.
 */
export const sendOwed = async (needs: Needs, submission: Submission, remaining: Remaining): Promise<void> => {
  const { agencies, mailLog } = needs
  const agency = await agencies.load(submission.agencyId)
  let claimed: Claimed = { ...submission, mails: submission.mails ?? (await mailLog.ofBefore(submission.id)) }
  let entry: HistoryEntry | undefined
  for (const status of mailsOwed(claimed)) {
    const attempt = await attemptOf(needs, claimed, agency, status, remaining).catch(async (error: unknown) => {
      await mailLog.save(claimed, { mails: claimed.mails, next: 'owed' }) // A fault of ours: the queue delivers again, and gives up in the end.
      throw error
    })
    if ('retryAt' in attempt) return void (await mailLog.save(claimed, { mails: claimed.mails, next: { due: attempt.retryAt } }))
    claimed = { ...claimed, mails: [...claimed.mails, attempt.record] }
    entry = attempt.entry
    if (mailsOwed(claimed).length === 0) break
    if (!(await mailLog.save(claimed, { mails: claimed.mails, next: 'more', ...(entry && { entry }) }))) return lost(needs, claimed)
  }
  await giveBack(needs, claimed, entry, remaining)
}

/** Ends a claim. Whoever was told of a step that was taken meanwhile found the claim and left: its mail is sent here, too. */
const giveBack = async (needs: Needs, claimed: Claimed, entry: HistoryEntry | undefined, remaining: Remaining): Promise<void> => {
  const { submissions, mailLog } = needs
  const { id, mails, mailing } = claimed
  if (await mailLog.save(claimed, { mails, next: isOwed(claimed) ? 'owed' : 'nothing', ...(entry && { entry }) })) return
  const now = await submissions.load(id)
  if (now === undefined || now.mailing !== mailing) return lost(needs, claimed)
  if (entry !== undefined) await mailLog.save(now, { mails, next: 'more', entry })
  await sendOwed(needs, { ...now, mails }, remaining)
}

const lost = ({ log }: Needs, { id }: Claimed): void => log.warn('another delivery took the mails over', { submission: id })

const attemptOf = async (
  needs: Needs,
  submission: Claimed,
  agency: Agency | undefined,
  status: MailSubject,
  remaining: Remaining,
): Promise<Attempt> => {
  const { mailer, clock, log } = needs
  if (!hasTimeToSend(remaining)) return { retryAt: soon(clock.now(), MAIL_LIMITS.retrySeconds / 60) }
  const { id, agencyId } = submission
  const noAddress = () => notSent(needs, submission, status, { minutes: MAIL_LIMITS.noAddressMinutes, why: '单位没有可用的邮箱' })
  if (agency === undefined || usableAddresses(agency).length === 0) {
    log.error('ALARM agency without mail address', { submission: id, agency: agencyId })
    return noAddress()
  }
  const mail = await composedMail(needs, submission, agency, status)
  const sent = await inTime(mailer.send(mail)).catch((error: unknown) =>
    log.warn('the mail service did not take a mail', { submission: id, status }, error),
  )
  if (!sent) return notSent(needs, submission, status, { minutes: MAIL_LIMITS.retrySeconds / 60, why: '邮件服务没有接收' })
  await markRefused(needs, submission, sent.refused)
  const { messageId } = sent
  if (messageId === undefined) return noAddress()
  log.info('mail sent', { submission: id, status, messageId })
  return { record: { status, at: clock.now().toISOString(), state: 'sent', messageId } }
}

/** Never rejects: the mail may have gone to other addresses, and what is not marked is refused the next time again. */
const markRefused = async ({ agencies, clock, log }: Needs, { id, agencyId }: Claimed, refused: readonly string[]): Promise<void> => {
  if (refused.length === 0) return
  const facts = { submission: id, agency: agencyId, addresses: refused.length }
  const at = clock.now().toISOString()
  try {
    const faults = refused.map((address) => ({ address, kind: 'refused', at }) as const)
    if (await agencies.markMail(agencyId, faults)) log.error('ALARM mail address refused', facts)
  } catch (error) {
    log.error('ALARM mail address refused, and not marked', facts, error)
  }
}

/** Tried again after some minutes; or given up, when the mail is of long ago. */
const notSent = (
  { clock, log }: Needs,
  submission: Claimed,
  status: MailSubject,
  { minutes, why }: { readonly minutes: number; readonly why: string },
): Attempt => {
  const now = clock.now()
  const at = now.toISOString()
  const owedSince = mailOwedSince(submission) ?? submission.since
  const longAgo = new Date(now.getTime() - MAIL_LIMITS.giveUpDays * 24 * 60 * 60_000).toISOString()
  if (owedSince > longAgo) return { retryAt: soon(now, minutes) }
  log.error('ALARM mail given up', { submission: submission.id, status })
  const note = `${why},${MAIL_LIMITS.giveUpDays}天内没有发出邮件,不再尝试`
  return { record: { status, at, state: 'given-up' }, entry: { status: submission.status, at, by: 'notify-agency', note } }
}
