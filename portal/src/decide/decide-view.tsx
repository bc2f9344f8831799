import type { ComponentChildren } from 'preact'
import { useEffect, useState } from 'preact/hooks'
import type { DetailedFinding } from '../../../shared/http-api/findings.ts'
import type { ShownReport } from '../../../shared/http-api/reports.ts'
import type { SubmissionDetail } from '../../../shared/http-api/submissions.ts'
import type { Caller } from '../../../shared/submission/permissions.ts'
import type { Api } from '../api.ts'
import { asFailure, type Failure } from '../failure.ts'
import { FailureNote } from '../failure-note.tsx'
import './decide.css'
import { ReportView } from './report-view.tsx'
import { Waivers } from './waivers.tsx'

type ViewProps = {
  readonly detail: SubmissionDetail
  readonly caller: Caller
  readonly api: Api
  readonly actions: (finding: DetailedFinding) => ComponentChildren
}

/** What a reviewer decides on: the report with its findings, and what the agency may let stand. */
export const DecideView = ({ detail, caller, api, actions }: ViewProps) => {
  const [report, setReport] = useState<ShownReport | null>(null)
  const [failure, setFailure] = useState<Failure | null>(null)
  const load = (): void => {
    setFailure(null)
    api.showReport({ params: { id: detail.id } }).then(setReport, (error: unknown) => setFailure(asFailure(error)))
  }
  useEffect(load, [api, detail.id])
  return (
    <>
      {failure !== null && <FailureNote failure={failure} onRetry={load} />}
      {report === null && failure === null && <output class="quiet">正在读取报告……</output>}
      {report !== null && <ReportView report={report} findings={detail.findings} actions={actions} />}
      <Waivers api={api} agencyId={detail.agencyId} mayTakeBack={caller.role === 'reviewer'} />
    </>
  )
}
