import { ruleSetDigest } from '../../shared/assessment/rule-set.ts'
import { UPLOAD_LIMITS } from '../../shared/pipeline.ts'
import type { Ports } from '../../shared/ports/ports.ts'
import { admitUpload } from '../../shared/submission/admit-upload.ts'
import { uploadKey } from '../../shared/submission/keys.ts'
import { sameFile } from '../../shared/submission/same-file.ts'
import { summaryOf } from '../../shared/submission/summary.ts'
import { bodyOf, callerOf } from '../events/http-event.ts'
import { httpHandler } from '../events/http-handler.ts'
import { Refusal } from '../events/problem-details.ts'
import { UploadRequestBody } from '../events/requests.ts'

type Needs = Pick<Ports, 'agencies' | 'submissions' | 'lists' | 'waivers' | 'uploadSigner' | 'clock' | 'log' | 'siteUrl'>

/** Opens a submission and signs the one upload that may fill it; for a file that came before, shows the earlier submission. */
export const createHandler = ({ agencies, submissions, lists, waivers, uploadSigner, clock, log, siteUrl }: Needs) =>
  httpHandler(log, async (event) => {
    const caller = callerOf(event)
    const request = bodyOf(event, UploadRequestBody)
    const now = clock.now()
    const agency = caller.agency === null ? undefined : await agencies.load(caller.agency)
    const admission = admitUpload(request, caller, agency, now)
    if ('refused' in admission) throw new Refusal(admission.refused)

    const { year, fileName, sha256 } = request
    const basis = { ruleSet: await ruleSetDigest(), waivers: await waivers.ofAgency(admission.agency.id) }
    const earlier = sameFile(await lists.ofAgencyAndYear(admission.agency.id, year), sha256, basis)
    if (earlier !== undefined) return { status: 200, json: { submission: summaryOf(earlier, siteUrl), unchanged: true } }

    const id = crypto.randomUUID()
    const [at, key] = [now.toISOString(), uploadKey(admission.agency.id, id)]
    const submission = await submissions.create({
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
      history: [{ status: 'requested', at, by: caller.person }],
    })
    const upload = await uploadSigner.sign({ key, contentType: admission.contentType, sha256, ...UPLOAD_LIMITS })
    return { status: 201, json: { submission: summaryOf(submission, siteUrl), unchanged: false, upload } }
  })
