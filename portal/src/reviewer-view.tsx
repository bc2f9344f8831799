import { useCallback, useState } from 'preact/hooks'
import { STATUSES, type Status, wordsOf } from '../../shared/submission/lifecycle.ts'
import type { Caller } from '../../shared/submission/permissions.ts'
import type { Api } from './api.ts'
import type { Desk } from './decide/use-desk.ts'
import { WaitingList } from './decide/waiting-list.tsx'
import { SubmissionList } from './submission-list.tsx'

/** Submissions by status; first those that wait for a decision. */
export const ReviewerView = ({ api, caller, desk }: { api: Api; caller: Caller; desk: Desk }) => {
  const [status, setStatus] = useState<Status>('passed')
  const load = useCallback(() => api.listSubmissions({ query: { status } }), [api, status])
  return (
    <section aria-labelledby="reviews">
      <h2 id="reviews">{status === 'passed' ? '等待审核的报告' : '各单位的报告'}</h2>
      <p>
        <label for="status">状态</label>
        <select id="status" value={status} onChange={(event) => setStatus(event.currentTarget.value as Status)}>
          {STATUSES.map((choice) => (
            <option key={choice} value={choice}>
              {wordsOf(choice).label}
            </option>
          ))}
        </select>
      </p>
      {status === 'passed' ? (
        <WaitingList api={api} caller={caller} desk={desk} />
      ) : (
        <SubmissionList caption={`状态:${wordsOf(status).label},等待最久的在前`} empty="没有处于这个状态的报告。" load={load} />
      )}
    </section>
  )
}
