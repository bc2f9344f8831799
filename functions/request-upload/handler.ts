import { ruleSetDigest } from '../../shared/assessment/rule-set.ts'
import { shanghaiDate } from '../../shared/feedback/shanghai-time.ts'
import { ROUTES } from '../../shared/http-api/routes.ts'
import { summaryOf } from '../../shared/http-api/summary.ts'
import type { Ports } from '../../shared/ports/ports.ts'
import { admitUpload, UPLOAD_LIMITS } from '../../shared/submission/admit-upload.ts'
import { hasArrived } from '../../shared/submission/same-file.ts'
import type { Agency } from '../../shared/submission/submission.ts'
import { besideOf, type VerdictBasis } from '../../shared/submission/verdict-basis.ts'
import { httpHandler, on } from '../events/http-handler.ts'
import { Refusal } from '../events/problem-details.ts'
import { openSubmission } from './open-submission.ts'

type Needs = Pick<Ports, 'agencies' | 'submissions' | 'lists' | 'publications' | 'waivers' | 'uploadSigner' | 'clock' | 'log' | 'siteUrl'>

/** Opens a submission and signs the one upload that may fill it; for a file that came before, shows the earlier submission. */
export const createHandler = (needs: Needs) =>
  httpHandler(
    needs.log,
    on(ROUTES.requestUpload, async ({ caller, body }) => {
      const { agencies, uploadSigner, clock, siteUrl } = needs
      const now = clock.now()
      const known = caller.agency === null ? undefined : await agencies.load(caller.agency)
      const admission = admitUpload(body, caller, known, now)
      if ('refused' in admission) throw new Refusal(admission.refused)

      const { agency, contentType } = admission
      const { year, fileName, sha256 } = body
      const at = now.toISOString()
      const asked = { agency, year, fileName, sha256, person: caller.person, at }
      const submission = await openSubmission(needs, asked, () => basisToday(needs, agency, year, at))
      const summary = summaryOf(submission, siteUrl)
      if (hasArrived(submission)) return { status: 200, json: { submission: summary, unchanged: true as const } }
      const upload = await uploadSigner.sign({ key: submission.key, contentType, sha256, ...UPLOAD_LIMITS })
      return { status: 201, json: { submission: summary, unchanged: false as const, upload } }
    }),
  )

const basisToday = async ({ waivers, publications }: Needs, agency: Agency, year: number, at: string): Promise<VerdictBasis> => {
  const previous = await publications.load(agency.id, year - 1)
  return {
    ruleSet: await ruleSetDigest(),
    waivers: await waivers.ofAgency(agency.id),
    beside: besideOf(agency, previous?.submissionId),
    today: shanghaiDate(at),
  }
}
