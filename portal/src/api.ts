import type { Explanation } from '../../shared/assessment/explanation.ts'
import type { Waiver } from '../../shared/assessment/waiver.ts'
import type { SubmissionDetail } from '../../shared/feedback/submission-detail.ts'
import type {
  AgencyListRequest,
  ExplanationRequest,
  ReviewRequest,
  RollUpAnswer,
  SubmissionSummary,
  UploadAnswer,
  UploadRequest,
  WaiverRequest,
} from '../../shared/submission/http-api.ts'
import type { Status } from '../../shared/submission/lifecycle.ts'
import type { Agency } from '../../shared/submission/submission.ts'
import { failureOf, networkFailure } from './failure.ts'

declare global {
  interface Window {
    /** Set by `config.js`, which whoever hosts the portal may serve. */
    NIANBAO?: { readonly apiUrl?: string }
  }
}

export type Api = {
  /** Own submissions of a year. */
  ofYear(year: number): Promise<readonly SubmissionSummary[]>
  inStatus(status: Status): Promise<readonly SubmissionSummary[]>
  detail(id: string): Promise<SubmissionDetail>
  requestUpload(request: UploadRequest): Promise<UploadAnswer>
  review(id: string, request: ReviewRequest): Promise<SubmissionSummary>
  explain(id: string, request: ExplanationRequest): Promise<Explanation>
  agencies(): Promise<readonly Agency[]>
  importAgencies(request: AgencyListRequest): Promise<{ readonly imported: number }>
  rollUp(agencyId: string, year: number): Promise<RollUpAnswer>
  waive(agencyId: string, request: WaiverRequest): Promise<Waiver>
}

type Fetch = (url: string, init: RequestInit) => Promise<Response>

/** Speaks with the HTTP functions; whatever fails is a `Failure` with words. */
export const createApi = (apiUrl: string, token: string, fetchFrom: Fetch = (url, init) => fetch(url, init)): Api => {
  const call = async <T>(path: string, body?: unknown): Promise<T> => {
    const response = await fetchFrom(`${apiUrl}${path}`, {
      method: body === undefined ? 'GET' : 'POST',
      headers: { authorization: `Bearer ${token}`, ...(body === undefined ? {} : { 'content-type': 'application/json' }) },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      cache: 'no-store',
    }).catch(() => {
      throw networkFailure()
    })
    const answer: unknown = await response.json().catch(() => undefined)
    if (!response.ok || answer === undefined) throw failureOf(response.ok ? 502 : response.status, answer)
    return answer as T
  }
  const list = async (query: string) => (await call<{ submissions: SubmissionSummary[] }>(`/submissions?${query}`)).submissions
  return {
    ofYear: (year) => list(`year=${year}`),
    inStatus: (status) => list(`status=${status}`),
    detail: (id) => call(`/submissions/${encodeURIComponent(id)}`),
    requestUpload: (request) => call('/submissions', request),
    review: (id, request) => call(`/submissions/${encodeURIComponent(id)}/review`, request),
    explain: (id, request) => call(`/submissions/${encodeURIComponent(id)}/explanations`, request),
    agencies: async () => (await call<{ agencies: Agency[] }>('/agencies')).agencies,
    importAgencies: (request) => call('/agencies', request),
    rollUp: (agencyId, year) => call(`/agencies/${encodeURIComponent(agencyId)}/rollup?year=${year}`),
    waive: (agencyId, request) => call(`/agencies/${encodeURIComponent(agencyId)}/waivers`, request),
  }
}

export const apiUrlOf = ({ NIANBAO }: Pick<Window, 'NIANBAO'>): string => (NIANBAO?.apiUrl ?? '/api').replace(/\/+$/, '')
