import { useState } from 'preact/hooks'
import type { ReviewRequest } from '../../shared/http-api/submissions.ts'
import { comesFrom, type Status } from '../../shared/submission/lifecycle.ts'
import { DECISIONS } from '../../shared/submission/review-refusal.ts'
import { asFailure, Failure } from './failure.ts'
import { FailureNote } from './failure-note.tsx'

type Decision = ReviewRequest['decision']

const CHOICES: Record<Decision, { readonly label: string; readonly hint: string }> = {
  approve: { label: '同意发布', hint: '报告将立即公开,并邮件告知填报单位。' },
  return: { label: '退回修改', hint: '理由会邮件告知填报单位。' },
  withdraw: { label: '撤下已发布的报告', hint: '公开页面将换成撤下说明,其中写明理由。' },
}

/** The decisions that are open in a status. */
export const decisionsIn = (status: Status): Decision[] =>
  (Object.keys(CHOICES) as Decision[]).filter((decision) => comesFrom(DECISIONS[decision].to, status))

/** The request of a decision; undefined where its reason is missing. */
export const requestOf = (decision: Decision, reason: string): ReviewRequest | undefined => {
  if (decision === 'approve') return { decision }
  return reason.trim() === '' ? undefined : { decision, reason: reason.trim() }
}

type FormProps = { readonly status: Status; readonly onDecide: (request: ReviewRequest) => Promise<void> }

export const ReviewForm = ({ status, onDecide }: FormProps) => {
  const decisions = decisionsIn(status)
  const [decision, setDecision] = useState<Decision | null>(null)
  const [reason, setReason] = useState('')
  const [busy, setBusy] = useState(false)
  const [failure, setFailure] = useState<Failure | null>(null)

  const decide = async (): Promise<void> => {
    setFailure(null)
    if (decision === null) return setFailure(new Failure('refused', '请先选择审核决定。'))
    const request = requestOf(decision, reason)
    if (request === undefined) return setFailure(new Failure('refused', '请写明理由。'))
    setBusy(true)
    await onDecide(request).catch((error: unknown) => setFailure(asFailure(error)))
    setBusy(false)
  }

  return (
    <form
      onSubmit={(event) => {
        event.preventDefault()
        void decide()
      }}
    >
      <fieldset disabled={busy}>
        <legend>审核决定</legend>
        {decisions.map((choice) => (
          <label key={choice} class="choice">
            <input type="radio" name="decision" value={choice} checked={decision === choice} onChange={() => setDecision(choice)} />
            <span>
              {CHOICES[choice].label}
              <span class="quiet">{` ${CHOICES[choice].hint}`}</span>
            </span>
          </label>
        ))}
        {decision !== null && decision !== 'approve' && (
          <p>
            <label for="reason">理由(必填)</label>
            <textarea id="reason" rows={4} required value={reason} onInput={(event) => setReason(event.currentTarget.value)} />
          </p>
        )}
        <button type="submit">确定</button>
      </fieldset>
      {failure !== null && <FailureNote failure={failure} onRetry={() => void decide()} />}
    </form>
  )
}
