import { useState } from 'preact/hooks'
import type { Deadlines } from '../../../shared/http-api/deadlines.ts'
import type { Api } from '../api.ts'
import { asFailure, type Failure } from '../failure.ts'
import { FailureNote } from '../failure-note.tsx'

type FormProps = {
  readonly api: Pick<Api, 'setDeadlines'>
  readonly deadlines: Pick<Deadlines, 'year' | 'departments' | 'governments'>
  readonly onSet: () => void
}

/** The office sets the last days of a year. A day has no zone: it is one of the calendar of Shanghai. */
export const DeadlineForm = ({ api, deadlines: { year, departments, governments }, onSet }: FormProps) => {
  const [days, setDays] = useState({ departments, governments })
  const [failure, setFailure] = useState<Failure | null>(null)
  const [done, setDone] = useState(false)
  const submit = (event: Event): void => {
    event.preventDefault()
    setFailure(null)
    setDone(false)
    api.setDeadlines({ body: { year, ...days } }).then(
      () => {
        setDone(true)
        onSet()
      },
      (error: unknown) => setFailure(asFailure(error)),
    )
  }
  const field = (name: keyof typeof days, label: string) => (
    <label>
      {label}
      <input
        type="date"
        required
        value={days[name]}
        min={`${year + 1}-01-01`}
        max={`${year + 1}-12-31`}
        onInput={(event) => setDays({ ...days, [name]: event.currentTarget.value })}
      />
    </label>
  )
  return (
    <details>
      <summary>设定或延长报送期限</summary>
      <form class="board-filters" onSubmit={submit}>
        {field('departments', '部门、乡镇街道,最后一天')}
        {field('governments', '县级以上政府,最后一天')}
        <button type="submit">保存期限</button>
      </form>
      {done && <output>期限已保存。</output>}
      {failure !== null && <FailureNote failure={failure} />}
    </details>
  )
}
