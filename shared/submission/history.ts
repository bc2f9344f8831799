import type { Status } from './lifecycle.ts'
import type { HistoryEntry, Submission } from './submission.ts'

type WithHistory = Pick<Submission, 'history'>

/** The line of the step to a status: notes that were made in it bear its name too, and come after. */
export const stepTo = ({ history }: WithHistory, status: Status): HistoryEntry | undefined =>
  history.find((entry) => entry.status === status)

/** What `publish-report` notes when the page of a withdrawn version has made way for the notice. */
export const takenOutOfPublic = (at: string): HistoryEntry => ({
  status: 'withdrawn',
  at,
  by: 'publish-report',
  note: '网站上的页面已换成撤下说明',
})

export const isTakenOutOfPublic = ({ history }: WithHistory): boolean =>
  history.some(({ status, by }) => status === 'withdrawn' && by === 'publish-report')
