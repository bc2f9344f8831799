import { useCallback, useEffect, useState } from 'preact/hooks'
import type { SubmissionSummary } from '../../shared/http-api/submissions.ts'
import { asFailure, type Failure } from './failure.ts'
import { FailureNote } from './failure-note.tsx'
import { SubmissionTable } from './submission-table.tsx'

type ListProps = {
  readonly caption: string
  readonly empty: string
  readonly load: () => Promise<{ readonly submissions: readonly SubmissionSummary[] }>
}

/** A list that is loaded anew whenever `load` is another. */
export const SubmissionList = ({ caption, empty, load }: ListProps) => {
  const [submissions, setSubmissions] = useState<readonly SubmissionSummary[] | null>(null)
  const [failure, setFailure] = useState<Failure | null>(null)
  const refresh = useCallback(() => {
    setFailure(null)
    return load().then(
      ({ submissions: loaded }) => setSubmissions(loaded),
      (error: unknown) => setFailure(asFailure(error)),
    )
  }, [load])
  useEffect(() => {
    setSubmissions(null)
    void refresh()
  }, [refresh])
  if (failure !== null) return <FailureNote failure={failure} onRetry={() => void refresh()} />
  if (submissions === null) return <output class="quiet">正在读取……</output>
  if (submissions.length === 0) return <p class="quiet">{empty}</p>
  return (
    <>
      <SubmissionTable caption={caption} submissions={submissions} />
      <button type="button" class="plain-button" onClick={() => void refresh()}>
        刷新
      </button>
    </>
  )
}
