import { ruleSetDigest } from '../../shared/assessment/rule-set.ts'
import { ROUTES } from '../../shared/http-api/routes.ts'
import { summaryOf } from '../../shared/http-api/summary.ts'
import type { Ports } from '../../shared/ports/ports.ts'
import { admitUpload, UPLOAD_LIMITS } from '../../shared/submission/admit-upload.ts'
import { uploadKey } from '../../shared/submission/keys.ts'
import { sameFile } from '../../shared/submission/same-file.ts'
import { entryOf } from '../../shared/submission/step.ts'
import type { Submission } from '../../shared/submission/submission.ts'
import { httpHandler, on } from '../events/http-handler.ts'
import { Refusal } from '../events/problem-details.ts'

type Needs = Pick<Ports, 'agencies' | 'submissions' | 'lists' | 'waivers' | 'uploadSigner' | 'clock' | 'log' | 'siteUrl'>

/** Opens a submission and signs the one upload that may fill it; for a file that came before, shows the earlier submission. */
export const createHandler = ({ agencies, submissions, lists, waivers, uploadSigner, clock, log, siteUrl }: Needs) =>
  httpHandler(
    log,
    on(ROUTES.requestUpload, async ({ caller, body }) => {
      const now = clock.now()
      const agency = caller.agency === null ? undefined : await agencies.load(caller.agency)
      const admission = admitUpload(body, caller, agency, now)
      if ('refused' in admission) throw new Refusal(admission.refused)

      const { year, fileName, sha256 } = body
      const basis = { ruleSet: await ruleSetDigest(), waivers: await waivers.ofAgency(admission.agency.id) }
      const earlier = sameFile(await lists.ofAgencyAndYear(admission.agency.id, year), sha256, basis)
      if (earlier !== undefined) return { status: 200, json: { submission: summaryOf(earlier, siteUrl), unchanged: true as const } }

      const id = crypto.randomUUID()
      const [at, key] = [now.toISOString(), uploadKey(admission.agency.id, id)]
      const submission: Submission = {
        id,
        agencyId: admission.agency.id,
        agencyName: admission.agency.name,
        year,
        status: 'requested',
        since: at,
        fileName,
        key,
        declaredSha256: sha256,
        submittedBy: caller.person,
        history: [entryOf('requested', { at, by: caller.person })],
      }
      await submissions.create(submission)
      const upload = await uploadSigner.sign({ key, contentType: admission.contentType, sha256, ...UPLOAD_LIMITS })
      return { status: 201, json: { submission: summaryOf(submission, siteUrl), unchanged: false as const, upload } }
    }),
  )
