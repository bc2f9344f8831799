import type { DetailedFinding } from '../../shared/http-api/findings.ts'
import type { SubmissionDetail } from '../../shared/http-api/submissions.ts'
import { mayExplain } from '../../shared/submission/explanation-refusal.ts'
import { type Caller, mayReview } from '../../shared/submission/permissions.ts'
import type { Api } from './api.ts'
import { ExplanationForm, WaiverForm } from './finding-form.tsx'

type Action = 'explain' | 'waive'

/** What this person can do about a finding: its agency's clerk explains warnings, a reviewer waives errors of a report that failed. */
export const actionOn = (finding: DetailedFinding, detail: SubmissionDetail, caller: Caller): Action | null => {
  if (finding.severity === 'warning' && mayExplain(caller, detail)) return 'explain'
  const open = finding.severity === 'error' && finding.waiver === undefined && finding.place !== null
  return open && detail.status === 'failed' && mayReview(caller, detail) ? 'waive' : null
}

type ActionProps = {
  readonly finding: DetailedFinding
  readonly detail: SubmissionDetail
  readonly caller: Caller
  readonly api: Api
  readonly onDone: () => void
}

export const FindingAction = ({ finding, detail, caller, api, onDone }: ActionProps) => {
  const action = actionOn(finding, detail, caller)
  if (action === 'explain') {
    const onExplain = async (text: string) => {
      await api.explainFinding({ params: { id: detail.id }, body: { key: finding.key, text } })
      onDone()
    }
    return <ExplanationForm place={`${detail.id} ${finding.key}`} finding={finding} onExplain={onExplain} />
  }
  const { rule, place } = finding
  if (action === null || place === null) return null
  const onWaive = async (reason: string, expires: string) =>
    void (await api.grantWaiver({ params: { id: detail.agencyId }, body: { rule, place, reason, expires } }))
  return <WaiverForm place={`${detail.id} ${finding.key} waiver`} onWaive={onWaive} />
}
