import { composeMail } from '../../shared/feedback/compose-mail.tsx'
import type { Mail } from '../../shared/ports/mailer.ts'
import type { Ports } from '../../shared/ports/ports.ts'
import type { MailedStatus } from '../../shared/submission/lifecycle.ts'
import type { Agency, Submission } from '../../shared/submission/submission.ts'
import { received } from '../../shared/submission/version.ts'
import { loadFindings } from '../stored/findings.ts'

export type MailNeeds = Pick<Ports, 'lists' | 'explanations' | 'uploads' | 'siteUrl' | 'portalUrl'>

/** The mail about one status of a submission, with what was found in its report. */
export const composedMail = async (needs: MailNeeds, submission: Submission, agency: Agency, status: MailedStatus): Promise<Mail> => {
  const { siteUrl, portalUrl } = needs
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
  return { to: agency.mail, ...mail }
}
