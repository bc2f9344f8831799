import type { Assessment } from '../assessment/assessment.ts'
import type { Comparison } from '../assessment/difference.ts'
import { type Explanation, explanationOf, unexplained } from '../assessment/explanation.ts'
import { findingKey, placeKey } from '../findings/finding-key.ts'
import type { SubmissionSummary } from '../submission/http-api.ts'
import type { HistoryEntry, Submission } from '../submission/submission.ts'
import { summaryOf } from '../submission/summary.ts'
import { differenceWords, type News, newsOf } from './difference-words.ts'
import { remarkWords } from './remark-words.ts'
import { type SumsTold, tellRepair } from './repair-words.ts'
import { type ToldFinding, tellFinding } from './told-finding.ts'

/** A finding with what the portal shows beside it; `news` where there was an upload before. */
export type DetailedFinding = ToldFinding & {
  /** What an explanation of it is bound to. */
  readonly key: string
  /** What a waiver of it is bound to, beside its rule; null where it has no place. */
  readonly place: string | null
  readonly news: News | null
  readonly explanation: Explanation | null
}

/** Answer of `GET /submissions/{id}`. */
export type SubmissionDetail = SubmissionSummary &
  SumsTold & {
    readonly findings: readonly DetailedFinding[]
    /** Against the version before: how many were mended, are new, are still there, in words; and those mended. */
    readonly comparison: { readonly words: string; readonly mended: readonly ToldFinding[] } | null
    /** How many warnings nobody has explained. */
    readonly unexplained: number
    /** What the reader did with the file that its author should know of. */
    readonly remarks: readonly string[]
    readonly history: readonly HistoryEntry[]
  }

export type DetailInput = {
  readonly submission: Submission
  readonly siteUrl: string
  /** Undefined before the file was checked. */
  readonly assessment: Assessment | undefined
  /** The version before, where both were judged. */
  readonly comparison: Comparison | undefined
  readonly explanations: readonly Explanation[]
}

export const submissionDetail = ({ submission, siteUrl, assessment, comparison, explanations }: DetailInput): SubmissionDetail => ({
  ...summaryOf(submission, siteUrl),
  findings: (assessment?.findings ?? []).map((finding) => ({
    ...tellFinding(finding),
    key: findingKey(finding),
    place: finding.places[0] === undefined ? null : placeKey(finding.places[0]),
    news: newsOf(comparison, finding),
    explanation: explanationOf(finding, explanations) ?? null,
  })),
  repair: assessment?.repair == null ? null : tellRepair(assessment.repair),
  disagreements: assessment?.disagreements ?? [],
  comparison:
    comparison === undefined ? null : { words: differenceWords(comparison), mended: comparison.difference.mended.map(tellFinding) },
  unexplained: unexplained(assessment?.findings ?? [], explanations).length,
  remarks: remarkWords(assessment?.remarks ?? []),
  history: submission.history,
})
