import { useCallback, useEffect, useState } from 'preact/hooks'
import { shanghaiMinute } from '../../../shared/feedback/shanghai-time.ts'
import type { SubmissionSummary } from '../../../shared/http-api/submissions.ts'
import { submissionLink } from '../../../shared/submission/keys.ts'
import { type Caller, mayReview } from '../../../shared/submission/permissions.ts'
import { versionWords } from '../../../shared/submission/version.ts'
import type { Api } from '../api.ts'
import { asFailure, type Failure } from '../failure.ts'
import { FailureNote } from '../failure-note.tsx'
import { FaultBadge } from '../status-badge.tsx'
import { foundWords } from '../submission-table.tsx'
import { ColumnHeads, WideSection } from '../wide-section.tsx'
import { ApproveMany } from './approve-many.tsx'
import { type Desk, useHeldNow } from './use-desk.ts'

type TableProps = {
  readonly submissions: readonly SubmissionSummary[]
  readonly mayChoose: (submission: SubmissionSummary) => boolean
  readonly chosen: ReadonlySet<string>
  readonly onChoose: (ids: readonly string[], chosen: boolean) => void
}

const WaitingTable = ({ submissions, mayChoose, chosen, onChoose }: TableProps) => {
  const open = submissions.filter(mayChoose).map(({ id }) => id)
  return (
    <WideSection label="等待审核的报告">
      <table>
        <caption>{`${submissions.length}份,等待最久的在前`}</caption>
        <thead>
          <tr>
            <th scope="col">
              <input
                type="checkbox"
                aria-label="全选"
                disabled={open.length === 0}
                checked={open.length > 0 && open.every((id) => chosen.has(id))}
                onChange={(event) => onChoose(open, event.currentTarget.checked)}
              />
            </th>
            <ColumnHeads heads={['单位', '年度、版本', '文件', '核查结果', '等待自']} />
          </tr>
        </thead>
        <tbody>
          {submissions.map((submission) => (
            <tr key={submission.id}>
              <td>
                <input
                  type="checkbox"
                  aria-label={`选择${submission.agencyName}${submission.year}年`}
                  disabled={!mayChoose(submission)}
                  checked={chosen.has(submission.id)}
                  onChange={(event) => onChoose([submission.id], event.currentTarget.checked)}
                />
              </td>
              <td>{submission.agencyName}</td>
              <td>{`${submission.year}年 ${versionWords(submission)}`}</td>
              <td>
                <a href={submissionLink(submission.id)}>{submission.fileName}</a>
                {submission.systemFault && <FaultBadge />}
              </td>
              <td>{foundWords(submission)}</td>
              <td>{shanghaiMinute(submission.since)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </WideSection>
  )
}

/** The reports that wait for a decision: one after another, or many approved at once. */
export const WaitingList = ({ api, caller, desk }: { api: Api; caller: Caller; desk: Desk }) => {
  const [submissions, setSubmissions] = useState<readonly SubmissionSummary[] | null>(null)
  const [failure, setFailure] = useState<Failure | null>(null)
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set())
  const [asking, setAsking] = useState(false)
  const held = useHeldNow(desk.held)
  const load = useCallback(() => {
    setFailure(null)
    return api.listSubmissions({ query: { status: 'passed' } }).then(
      ({ submissions: listed }) => {
        desk.queue.fill(listed)
        for (const { id } of desk.held.all()) desk.queue.decided(id)
        setSubmissions(listed)
      },
      (error: unknown) => setFailure(asFailure(error)),
    )
  }, [api, desk])
  // Anew when a decision has gone out, as the list has one less then.
  useEffect(() => void load(), [load, held.length])

  if (failure !== null) return <FailureNote failure={failure} onRetry={() => void load()} />
  if (submissions === null) return <output class="quiet">正在读取……</output>
  const waiting = submissions.filter(({ id }) => !held.some((each) => each.id === id))
  if (waiting.length === 0) return <p class="quiet">没有等待审核的报告。</p>
  const picked = waiting.filter(({ id }) => chosen.has(id))
  const choose = (ids: readonly string[], isChosen: boolean): void => {
    const next = new Set(chosen)
    for (const id of ids) isChosen ? next.add(id) : next.delete(id)
    setChosen(next)
  }
  const close = (): void => {
    setAsking(false)
    setChosen(new Set())
    void load()
  }
  return (
    <>
      <p class="buttons">
        <a class="button" href={submissionLink(waiting[0]?.id ?? '')}>
          从第一份开始审核
        </a>
        {caller.role === 'reviewer' && (
          <button type="button" class="plain-button" disabled={picked.length === 0} onClick={() => setAsking(true)}>
            {`同意发布所选的${picked.length}份`}
          </button>
        )}
        <button type="button" class="plain-button" onClick={() => void load()}>
          刷新
        </button>
      </p>
      <WaitingTable submissions={waiting} mayChoose={(each) => mayReview(caller, each)} chosen={chosen} onChoose={choose} />
      {asking && <ApproveMany api={api} submissions={picked} onClose={close} />}
    </>
  )
}
