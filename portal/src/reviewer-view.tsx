import { useCallback, useState } from 'preact/hooks'
import { lifecycle, type Status } from '../../shared/submission/lifecycle.ts'
import { STATUS_WORDS } from '../../shared/submission/status-words.ts'
import type { Api } from './api.ts'
import { SubmissionList } from './submission-list.tsx'

const STATUSES = Object.keys(lifecycle) as Status[]

/** Submissions by status; first those that wait for a decision. */
export const ReviewerView = ({ api }: { api: Api }) => {
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
              {STATUS_WORDS[choice].label}
            </option>
          ))}
        </select>
      </p>
      <SubmissionList caption={`状态:${STATUS_WORDS[status].label},等待最久的在前`} empty="没有处于这个状态的报告。" load={load} />
    </section>
  )
}
