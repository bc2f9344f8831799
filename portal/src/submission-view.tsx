import { useEffect, useRef, useState } from 'preact/hooks'
import { SEVERITY_WORDS } from '../../shared/findings/severity-words.ts'
import type { SubmissionDetail } from '../../shared/http-api/submissions.ts'
import { wordsOf } from '../../shared/submission/lifecycle.ts'
import { type Caller, mayReview } from '../../shared/submission/permissions.ts'
import { mayRecall } from '../../shared/submission/recall-refusal.ts'
import type { Submission } from '../../shared/submission/submission.ts'
import { SYSTEM_FAULT_WORDS } from '../../shared/submission/system-fault.ts'
import { versionWords } from '../../shared/submission/version.ts'
import type { Api } from './api.ts'
import type { Failure } from './failure.ts'
import { FailureNote } from './failure-note.tsx'
import { FindingAction } from './finding-actions.tsx'
import { FindingList } from './finding-list.tsx'
import { Comparison, SumsAdvice } from './finding-notes.tsx'
import { HistoryList } from './history-list.tsx'
import { RecallSection } from './recall-section.tsx'
import { decisionsIn, ReviewForm } from './review-form.tsx'
import { HOME_LINK } from './route.ts'
import { FaultBadge, StatusBadge } from './status-badge.tsx'
import { foundWords } from './submission-table.tsx'
import { type Watch, watchSubmission } from './watch-submission.ts'

const TO_HAND_IN_ANEW: readonly Submission['status'][] = ['unreadable', 'failed', 'returned', 'recalled', 'lapsed']

const Status = ({ detail, caller }: { detail: SubmissionDetail; caller: Caller }) => (
  <section aria-labelledby="submission">
    <h2 id="submission">{detail.title ?? detail.fileName}</h2>
    <p class="quiet">{`${detail.agencyName} ${detail.year}年 ${versionWords(detail)} 文件:${detail.fileName}`}</p>
    <output class="status">
      <StatusBadge status={detail.status} /> {wordsOf(detail.status).meaning}
    </output>
    {detail.systemFault && (
      <p role="alert">
        <FaultBadge /> {SYSTEM_FAULT_WORDS.meaning}
      </p>
    )}
    {detail.mailTrouble !== undefined && <p role="alert">{detail.mailTrouble}</p>}
    {detail.status === 'returned' && detail.returnReason !== undefined && (
      <blockquote>
        <strong>审核意见:</strong>
        {detail.returnReason}
      </blockquote>
    )}
    {caller.role === 'clerk' && TO_HAND_IN_ANEW.includes(detail.status) && (
      <p>
        <a href={HOME_LINK}>重新提交</a>
      </p>
    )}
    {detail.pageUrl !== undefined && (
      <p>
        公开页面:<a href={detail.pageUrl}>{detail.pageUrl}</a>
      </p>
    )}
  </section>
)

type Acting = { readonly detail: SubmissionDetail; readonly caller: Caller; readonly api: Api; readonly onDone: () => void }

const Findings = ({ detail, ...acting }: Acting) =>
  detail.verdict === undefined ? null : (
    <section aria-labelledby="findings">
      <h2 id="findings">{`核查结果:${foundWords(detail)}`}</h2>
      <Comparison detail={detail} />
      <SumsAdvice detail={detail} />
      {detail.remarks.map((remark) => (
        <p key={remark}>读取说明:{remark}</p>
      ))}
      <FindingList findings={detail.findings} actions={(finding) => <FindingAction finding={finding} detail={detail} {...acting} />} />
    </section>
  )

const Review = ({ detail, caller, api, onDone }: Acting) => {
  if (caller.role !== 'reviewer' || decisionsIn(detail.status).length === 0) return null
  return (
    <section aria-labelledby="review">
      <h2 id="review">审核</h2>
      {detail.unexplained > 0 && <p>{`有${detail.unexplained}处“${SEVERITY_WORDS.warning.demand}”的意见填报单位尚未说明。`}</p>}
      {mayReview(caller, detail) ? (
        <ReviewForm
          key={detail.status}
          status={detail.status}
          onDecide={async (request) => {
            await api.reviewSubmission({ params: { id: detail.id }, body: request })
            onDone()
          }}
        />
      ) : (
        <p>不能审核自己提交的报告,请由其他审核人员处理。</p>
      )}
    </section>
  )
}

/** One submission as it changes: status, findings, decision, history. */
export const SubmissionView = ({ api, id, caller }: { api: Api; id: string; caller: Caller }) => {
  const [detail, setDetail] = useState<SubmissionDetail | null>(null)
  const [failure, setFailure] = useState<Failure | null>(null)
  const watch = useRef<Watch | null>(null)
  useEffect(() => {
    const found = (answer: SubmissionDetail) => {
      setDetail(answer)
      setFailure(null)
    }
    const started = watchSubmission(api, id, { found, failed: setFailure })
    watch.current = started
    return started.stop
  }, [api, id])
  const askNow = () => watch.current?.askNow()
  return (
    <>
      {failure !== null && <FailureNote failure={failure} onRetry={askNow} />}
      {detail === null && failure === null && <output class="quiet">正在读取……</output>}
      {detail !== null && (
        <>
          <Status detail={detail} caller={caller} />
          <Findings detail={detail} caller={caller} api={api} onDone={askNow} />
          <Review detail={detail} caller={caller} api={api} onDone={askNow} />
          {mayRecall(caller, detail) && (
            <RecallSection
              onRecall={async () => {
                await api.recallSubmission({ params: { id } })
                askNow()
              }}
            />
          )}
          <HistoryList history={detail.history} />
        </>
      )}
    </>
  )
}
