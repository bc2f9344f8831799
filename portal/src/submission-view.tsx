import { useEffect, useRef, useState } from 'preact/hooks'
import { SEVERITY_WORDS } from '../../shared/findings/severity-words.ts'
import type { DetailedFinding } from '../../shared/http-api/findings.ts'
import type { SubmissionDetail } from '../../shared/http-api/submissions.ts'
import { meaningTo } from '../../shared/submission/lifecycle.ts'
import { type Caller, isOffice } from '../../shared/submission/permissions.ts'
import { mayRecall } from '../../shared/submission/recall-refusal.ts'
import type { Submission } from '../../shared/submission/submission.ts'
import { SYSTEM_FAULT_WORDS } from '../../shared/submission/system-fault.ts'
import { versionWords } from '../../shared/submission/version.ts'
import type { Api } from './api.ts'
import { DecisionBar } from './decide/decision-bar.tsx'
import { FileLink } from './decide/file-link.tsx'
import type { Desk } from './decide/use-desk.ts'
import { asFailure, type Failure } from './failure.ts'
import { FailureNote } from './failure-note.tsx'
import { FindingAction } from './finding-actions.tsx'
import { FindingList } from './finding-list.tsx'
import { Comparison, SumsAdvice } from './finding-notes.tsx'
import { HistoryList } from './history-list.tsx'
import { RecallSection } from './recall-section.tsx'
import { HOME_LINK } from './route.ts'
import { FaultBadge, StatusBadge } from './status-badge.tsx'
import { foundWords } from './submission-table.tsx'
import { type Watch, watchSubmission } from './watch-submission.ts'

const TO_HAND_IN_ANEW: readonly Submission['status'][] = ['unreadable', 'failed', 'returned', 'recalled', 'lapsed']

const Status = ({ detail, caller, api }: { detail: SubmissionDetail; caller: Caller; api: Api }) => (
  <section aria-labelledby="submission">
    <h2 id="submission">{detail.title ?? detail.fileName}</h2>
    <p class="quiet">{`${detail.agencyName} ${detail.year}年 ${versionWords(detail)}`}</p>
    {detail.version !== undefined && (
      <p>
        <FileLink api={api} id={detail.id} fileName={detail.fileName} />
      </p>
    )}
    <output class="status">
      <StatusBadge status={detail.status} /> {meaningTo(isOffice(caller) ? 'office' : 'agency', detail.status)}
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

/** To the office the findings stand beside the report, where there is one. */
const Findings = ({ detail, ...acting }: Acting) => {
  if (detail.verdict === undefined) return null
  const beside = isOffice(acting.caller) && detail.verdict !== 'unreadable'
  return (
    <section aria-labelledby="findings">
      <h2 id="findings">{`核查结果:${foundWords(detail)}`}</h2>
      <Comparison detail={detail} />
      <SumsAdvice detail={detail} />
      {detail.remarks.map((remark) => (
        <p key={remark}>读取说明:{remark}</p>
      ))}
      {detail.unexplained > 0 && isOffice(acting.caller) && (
        <p>{`有${detail.unexplained}处“${SEVERITY_WORDS.warning.demand}”的意见填报单位尚未说明。`}</p>
      )}
      {beside ? (
        detail.findings.length > 0 && <p class="quiet">意见列在下面报告的相应位置旁边。</p>
      ) : (
        <FindingList findings={detail.findings} actions={(finding) => <FindingAction finding={finding} detail={detail} {...acting} />} />
      )}
    </section>
  )
}

type DecideView = typeof import('./decide/decide-view.tsx').DecideView

/** What a reviewer decides on; its parts come when they are needed, and clerks never load them. */
const Decide = ({ detail, ...acting }: Acting) => {
  const [View, setView] = useState<{ readonly draw: DecideView } | null>(null)
  const [failure, setFailure] = useState<Failure | null>(null)
  const load = (): void => {
    setFailure(null)
    import('./decide/decide-view.tsx').then(
      ({ DecideView: draw }) => setView({ draw }),
      (error: unknown) => setFailure(asFailure(error)),
    )
  }
  useEffect(load, [])
  if (failure !== null) return <FailureNote failure={failure} onRetry={load} />
  if (View === null) return <output class="quiet">正在读取……</output>
  const actions = (finding: DetailedFinding) => <FindingAction finding={finding} detail={detail} {...acting} />
  return <View.draw detail={detail} caller={acting.caller} api={acting.api} actions={actions} />
}

type ViewProps = { readonly api: Api; readonly id: string; readonly caller: Caller; readonly desk: Desk }

/** One submission as it changes: status, findings, decision, history. */
export const SubmissionView = ({ api, id, caller, desk }: ViewProps) => {
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
      {isOffice(caller) && <DecisionBar id={id} detail={detail} caller={caller} desk={desk} />}
      {failure !== null && <FailureNote failure={failure} onRetry={askNow} />}
      {detail === null && failure === null && <output class="quiet">正在读取……</output>}
      {detail !== null && (
        <>
          <div class={isOffice(caller) ? 'pair' : 'stack'}>
            <Status detail={detail} caller={caller} api={api} />
            <Findings detail={detail} caller={caller} api={api} onDone={askNow} />
          </div>
          {isOffice(caller) && detail.verdict !== undefined && detail.verdict !== 'unreadable' && (
            <Decide detail={detail} caller={caller} api={api} onDone={askNow} />
          )}
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
