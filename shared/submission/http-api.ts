import type { UploadForm } from '../ports/upload-signer.ts'
import type { RollUp } from '../report/roll-up.ts'
import type { Submission } from './submission.ts'

/**
 * The JSON that the HTTP functions speak and the portal reads. Errors are problem details (RFC 9457):
 * `application/problem+json` with `type`, `title`, `status`, `detail` (Chinese, for the person at the screen).
 */

/** Body of `POST /submissions`. The agency is the caller's own. `sha256` is hex, `bytes` the size of the file. */
export type UploadRequest = {
  readonly year: number
  readonly fileName: string
  readonly contentType: string
  readonly bytes: number
  readonly sha256: string
}

/** Answer of `POST /submissions`: 201 with an upload, or 200 with the earlier submission of the very same file. */
export type UploadAnswer =
  | { readonly submission: SubmissionSummary; readonly unchanged: false; readonly upload: UploadForm }
  | { readonly submission: SubmissionSummary; readonly unchanged: true }

/** A line of `GET /submissions?year=YYYY` (own agency) and, for reviewers, `GET /submissions?status=passed`; answer `{ submissions }`. */
export type SubmissionSummary = Pick<
  Submission,
  | 'id'
  | 'agencyId'
  | 'agencyName'
  | 'year'
  | 'version'
  | 'status'
  | 'since'
  | 'fileName'
  | 'verdict'
  | 'counts'
  | 'title'
  | 'returnReason'
  | 'submittedBy'
> & {
  /** Full address of the published page. */
  readonly pageUrl?: string
}

/** Body of `POST /submissions/{id}/review`; answer: the summary. A return and a withdrawal need a reason. */
export type ReviewRequest =
  | { readonly decision: 'approve' }
  | { readonly decision: 'return'; readonly reason: string }
  | { readonly decision: 'withdraw'; readonly reason: string }

/** Body of `POST /agencies` (reviewers): the rows of a list of agencies, its heads among them. Answer: `{ imported }`, how many. */
export type AgencyListRequest = { readonly rows: readonly (readonly string[])[] }

/** Answer of `GET /agencies/{id}/rollup?year=YYYY` (reviewers): the sum of the subordinates' latest reports that passed. */
export type RollUpAnswer = RollUp & {
  readonly agencyName: string
  readonly year: number
  readonly reports: readonly {
    readonly agencyName: string
    readonly submissionId: string
    readonly version: number
    readonly status: Submission['status']
  }[]
  /** Names of the subordinates without such a report. */
  readonly missing: readonly string[]
}

/** Body of `POST /submissions/{id}/explanations`, by a clerk of the agency; answer: the `Explanation`. `key` is that of the finding. */
export type ExplanationRequest = { readonly key: string; readonly text: string }

/**
 * Body of `POST /agencies/{id}/waivers`, by a reviewer; answer: the `Waiver`. `place` is that of the finding, `expires` the last day
 * (`YYYY-MM-DD`). It holds from the next upload on.
 */
export type WaiverRequest = { readonly rule: string; readonly place: string; readonly reason: string; readonly expires: string }

export type Problem = { readonly type: string; readonly title: string; readonly status: number; readonly detail: string }
