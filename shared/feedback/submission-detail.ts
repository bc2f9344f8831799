import type { Assessment } from '../findings/assessment.ts'
import type { Comparison } from '../findings/difference.ts'
import type { SubmissionSummary } from '../submission/http-api.ts'
import type { HistoryEntry, Submission } from '../submission/submission.ts'
import { summaryOf } from '../submission/summary.ts'
import { differenceWords, type News, newsOf } from './difference-words.ts'
import { type SumsTold, tellRepair } from './repair-words.ts'
import { type ToldFinding, tellFinding } from './told-finding.ts'

/** A finding with what the portal shows beside it; `news` where there was an upload before. */
export type DetailedFinding = ToldFinding & { readonly news: News | null }

/** Answer of `GET /submissions/{id}`. */
export type SubmissionDetail = SubmissionSummary &
  SumsTold & {
    readonly findings: readonly DetailedFinding[]
    /** Against the version before: how many were mended, are new, are still there, in words; and those mended. */
    readonly comparison: { readonly words: string; readonly mended: readonly ToldFinding[] } | null
    readonly history: readonly HistoryEntry[]
  }

export type DetailInput = {
  readonly submission: Submission
  readonly siteUrl: string
  /** Undefined before the file was checked. */
  readonly assessment: Assessment | undefined
  /** The version before, where both were judged. */
  readonly comparison: Comparison | undefined
}

export const submissionDetail = ({ submission, siteUrl, assessment, comparison }: DetailInput): SubmissionDetail => ({
  ...summaryOf(submission, siteUrl),
  findings: (assessment?.findings ?? []).map((finding) => ({
    ...tellFinding(finding),
    news: newsOf(comparison, finding),
  })),
  repair: assessment?.repair == null ? null : tellRepair(assessment.repair),
  disagreements: assessment?.disagreements ?? [],
  comparison:
    comparison === undefined ? null : { words: differenceWords(comparison), mended: comparison.difference.mended.map(tellFinding) },
  history: submission.history,
})
