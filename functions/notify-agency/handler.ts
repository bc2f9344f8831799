import { composeMail } from '../../shared/feedback/compose-mail.tsx'
import type { Ports } from '../../shared/ports/ports.ts'
import type { MailedStatus } from '../../shared/submission/lifecycle.ts'
import { owedMails } from '../../shared/submission/owed-mails.ts'
import type { Agency, Submission } from '../../shared/submission/submission.ts'
import { received } from '../../shared/submission/version.ts'
import { SubmissionMessage } from '../events/queue-event.ts'
import { queueHandler } from '../events/queue-handler.ts'
import { loadFindings } from '../stored/findings.ts'

type Needs = Pick<
  Ports,
  'submissions' | 'lists' | 'explanations' | 'agencies' | 'uploads' | 'mailLog' | 'mailer' | 'clock' | 'log' | 'siteUrl' | 'portalUrl'
>

/** A delivery that began to send a mail and did not end within this is taken for dead. */
const STALE_MILLISECONDS = 5 * 60_000

/** Mails the agency what became of its submission: every mail that it is owed and has not had, one a status. */
export const createHandler = (needs: Needs) =>
  queueHandler(SubmissionMessage, needs.log, async ({ submission: id }) => {
    const { submissions, agencies, log } = needs
    const submission = await submissions.load(id)
    if (submission === undefined) return log.warn('no such submission', { submission: id })
    const agency = await agencies.load(submission.agencyId)
    if (agency === undefined || agency.mail.length === 0)
      return log.warn('agency without mail address', { submission: id, agency: submission.agencyId })
    for (const status of owedMails(submission)) await sendOnce(needs, submission, agency, status)
  })

const sendOnce = async (needs: Needs, submission: Submission, agency: Agency, status: MailedStatus): Promise<void> => {
  const { mailLog, clock, log } = needs
  const { id } = submission
  const now = clock.now()
  const staleBefore = new Date(now.getTime() - STALE_MILLISECONDS).toISOString()
  if (!(await mailLog.claim(id, status, now.toISOString(), staleBefore))) return
  const sent = await send(needs, submission, agency, status).catch(async (error: unknown) => {
    await mailLog.release(id, status)
    throw error
  })
  await mailLog.markSent(id, status, clock.now().toISOString(), sent.messageId)
  log.info('mail sent', { submission: id, status, messageId: sent.messageId })
}

const send = async (needs: Needs, submission: Submission, agency: Agency, status: MailedStatus) => {
  const { mailer, siteUrl, portalUrl } = needs
  const { assessment, comparison, explanations } = await loadFindings(needs, submission)
  const pageUrl = submission.page === undefined ? undefined : `${siteUrl}${submission.page}`
  const mail = composeMail({
    submission: received(submission),
    agency,
    findings: assessment?.findings ?? [],
    sums: assessment,
    remarks: assessment?.remarks,
    comparison,
    explanations,
    pageUrl,
    portalUrl,
    status,
  })
  return mailer.send({ to: agency.mail, ...mail })
}
