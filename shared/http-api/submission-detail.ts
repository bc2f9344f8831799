import type { Assessment } from '../assessment/assessment.ts'
import type { Comparison } from '../assessment/difference.ts'
import { type Explanation, explanationOf, unexplained } from '../assessment/explanation.ts'
import { differenceWords, newsOf } from '../feedback/difference-words.ts'
import { remarkWords } from '../feedback/remark-words.ts'
import { tellRepairs } from '../feedback/repair-words.ts'
import { tellFinding } from '../feedback/told-finding.ts'
import { findingKey, placeKey } from '../findings/finding-key.ts'
import type { Submission } from '../submission/submission.ts'
import type { SubmissionDetail } from './submissions.ts'
import { summaryOf } from './summary.ts'

export type DetailInput = {
  readonly submission: Submission
  readonly siteUrl: string
  /** Undefined before the file was checked. */
  readonly assessment: Pick<Assessment, 'findings' | 'remarks' | 'repairs' | 'disagreements'> | undefined
  /** The version before, where both were judged. */
  readonly comparison: Comparison | undefined
  readonly explanations: readonly Explanation[]
  /** Why mail does not reach the agency, where a reviewer asks. */
  readonly mailTrouble?: string | undefined
}

export const submissionDetail = ({
  submission,
  siteUrl,
  assessment,
  comparison,
  explanations,
  mailTrouble,
}: DetailInput): SubmissionDetail => {
  const repairs = assessment === undefined ? [] : tellRepairs(assessment)
  return {
    ...summaryOf(submission, siteUrl),
    findings: (assessment?.findings ?? []).map((finding) => ({
      ...tellFinding(finding, repairs),
      key: findingKey(finding),
      place: finding.places[0] === undefined ? null : placeKey(finding.places[0]),
      news: newsOf(comparison, finding),
      explanation: explanationOf(finding, explanations) ?? null,
    })),
    repairs,
    disagreements: assessment?.disagreements ?? [],
    comparison:
      comparison === undefined
        ? null
        : { words: differenceWords(comparison), mended: comparison.difference.mended.map((finding) => tellFinding(finding)) },
    unexplained: unexplained(assessment?.findings ?? [], explanations).length,
    remarks: remarkWords(assessment?.remarks ?? []),
    history: submission.history,
    ...(mailTrouble !== undefined && { mailTrouble }),
  }
}
