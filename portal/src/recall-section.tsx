import { useState } from 'preact/hooks'
import { asFailure, type Failure } from './failure.ts'
import { FailureNote } from './failure-note.tsx'

/** Lets a clerk take a waiting report back; asks once more before it is done. */
export const RecallSection = ({ onRecall }: { onRecall: () => Promise<void> }) => {
  const [asked, setAsked] = useState(false)
  const [busy, setBusy] = useState(false)
  const [failure, setFailure] = useState<Failure | null>(null)

  const recall = async (): Promise<void> => {
    setFailure(null)
    setBusy(true)
    await onRecall().catch((error: unknown) => setFailure(asFailure(error)))
    setBusy(false)
  }

  return (
    <section aria-labelledby="recall">
      <h2 id="recall">收回</h2>
      <p>报告正在等待审核。发现需要修改的,可以收回;收回后不再审核,修改后可以重新提交。</p>
      {asked ? (
        <p>
          确定收回这份报告吗?{' '}
          <button type="button" disabled={busy} onClick={() => void recall()}>
            确定收回
          </button>{' '}
          <button type="button" class="plain-button" disabled={busy} onClick={() => setAsked(false)}>
            不收回
          </button>
        </p>
      ) : (
        <button type="button" class="plain-button" onClick={() => setAsked(true)}>
          收回报告
        </button>
      )}
      {failure !== null && <FailureNote failure={failure} onRetry={() => void recall()} />}
    </section>
  )
}
