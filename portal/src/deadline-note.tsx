import { useEffect, useState } from 'preact/hooks'
import { dayInWords } from '../../shared/form/deadline.ts'
import type { Deadlines } from '../../shared/http-api/deadlines.ts'
import type { Api } from './api.ts'

export const deadlineWords = ({ year, departments, governments }: Pick<Deadlines, 'year' | 'departments' | 'governments'>): string =>
  departments === governments
    ? `${year}年度报告的报送期限是${dayInWords(departments)}24时(北京时间)。`
    : `${year}年度报告的报送期限:部门、乡镇街道${dayInWords(departments)}24时,县级以上政府${dayInWords(governments)}24时(北京时间)。`

/** Until when reports of a year may come in; nothing while it is not known, as nobody waits for it. */
export const DeadlineNote = ({ api, year }: { api: Pick<Api, 'showDeadlines'>; year: number }) => {
  const [deadlines, setDeadlines] = useState<Deadlines | null>(null)
  useEffect(() => {
    let left = false
    setDeadlines(null)
    api.showDeadlines({ query: { year } }).then(
      (found) => left || setDeadlines(found),
      () => {},
    )
    return () => {
      left = true
    }
  }, [api, year])
  return deadlines === null ? null : <p>{deadlineWords(deadlines)}</p>
}
