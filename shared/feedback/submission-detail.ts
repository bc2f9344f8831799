import type { SubmissionSummary } from '../submission/http-api.ts'
import type { HistoryEntry } from '../submission/submission.ts'
import type { ToldFinding } from './told-finding.ts'

/** Answer of `GET /submissions/{id}`. */
export type SubmissionDetail = SubmissionSummary & { readonly findings: readonly ToldFinding[]; readonly history: readonly HistoryEntry[] }
