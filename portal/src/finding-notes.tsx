import { type SumsTold, sumsAdvice } from '../../shared/feedback/repair-words.ts'
import type { SubmissionDetail } from '../../shared/http-api/submissions.ts'

/** What became of the findings of the version before; the mended ones in short. */
export const Comparison = ({ detail: { comparison } }: { detail: Pick<SubmissionDetail, 'comparison'> }) =>
  comparison === null ? null : (
    <>
      <p class="comparison">{comparison.words}。</p>
      {comparison.mended.length > 0 && (
        <details>
          <summary>{`已改正的${comparison.mended.length}处`}</summary>
          <ul>
            {comparison.mended.map(({ rule, where, message }) => (
              <li key={`${rule} ${where} ${message}`}>{message}</li>
            ))}
          </ul>
        </details>
      )}
    </>
  )

/** The one change that mends every sum or, where there is none, which sums disagree. */
export const SumsAdvice = ({ detail }: { detail: SumsTold }) => {
  const advice = sumsAdvice(detail)
  return advice === null ? null : (
    <p class="advice">
      <strong>勾稽关系:</strong>
      {advice}
    </p>
  )
}
