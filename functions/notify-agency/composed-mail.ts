import { composeFaultMail, composeMail } from '../../shared/feedback/compose-mail.tsx'
import { TELLS_FINDINGS } from '../../shared/feedback/mail-content.ts'
import type { Mail } from '../../shared/ports/mailer.ts'
import type { Ports } from '../../shared/ports/ports.ts'
import { usableAddresses } from '../../shared/submission/mail-addresses.ts'
import type { Agency, MailSubject, Submission } from '../../shared/submission/submission.ts'
import { received } from '../../shared/submission/version.ts'
import { loadFindings, type StoredFindings } from '../stored/findings.ts'

export type MailNeeds = Pick<Ports, 'lists' | 'explanations' | 'uploads' | 'siteUrl' | 'portalUrl'>

const NOTHING_TOLD: StoredFindings = { assessment: undefined, comparison: undefined, explanations: [] }

/** The mail about a status of a submission, or about a fault of ours, with what was found in its report. */
export const composedMail = async (needs: MailNeeds, submission: Submission, agency: Agency, status: MailSubject): Promise<Mail> => {
  const { siteUrl, portalUrl } = needs
  if (status === 'system-fault')
    return { to: usableAddresses(agency), agency: agency.id, ...composeFaultMail({ submission, agency, portalUrl }) }
  const { assessment, comparison, explanations } = TELLS_FINDINGS.includes(status) ? await loadFindings(needs, submission) : NOTHING_TOLD
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
  return { to: usableAddresses(agency), agency: agency.id, ...mail }
}
