import type { Status } from './lifecycle.ts'
import type { HistoryEntry, Submission } from './submission.ts'

type WithHistory = Pick<Submission, 'history'>

/** The line of the step to a status: notes that were made in it bear its name too, and come after. */
export const stepTo = ({ history }: WithHistory, status: Status): HistoryEntry | undefined =>
  history.find((entry) => entry.status === status)

/** A line of the history that is to be written: a new one at its end, or in place of an earlier note. */
export type NotedLine = { readonly line: number; readonly entry: HistoryEntry }

const LATER_UPLOAD = '又收到'

/**
 * The line for one more upload to the key of a submission: all of them stand in one line, with their number and the last, however many come.
 * Undefined where this one is noted. `version` is that of the object, `at` an ISO instant.
 */
export const laterUpload = (
  { status, history }: Pick<Submission, 'status' | 'history'>,
  { version, at }: { readonly version: string; readonly at: string },
): NotedLine | undefined => {
  if (history.some(({ note }) => note?.includes(version))) return undefined
  const noted = history.findLastIndex(({ by, note }) => by === 'parse-report' && note?.startsWith(LATER_UPLOAD))
  const before = history[noted]
  const times = (before?.times ?? (before === undefined ? 0 : 1)) + 1
  const note =
    times === 1
      ? `${LATER_UPLOAD}一次上传,未采用(对象版本 ${version})`
      : `${LATER_UPLOAD}${times}次上传,未采用(最近一次的对象版本 ${version})`
  const entry = { status: before?.status ?? status, at: before?.at ?? at, by: 'parse-report', note, times }
  return { line: before === undefined ? history.length : noted, entry }
}

/** What `publish-report` notes when the page of a withdrawn version has made way for the notice. */
export const takenOutOfPublic = ({ history }: WithHistory, at: string): NotedLine => ({
  line: history.length,
  entry: { status: 'withdrawn', at, by: 'publish-report', note: '网站上的页面已换成撤下说明' },
})

export const isTakenOutOfPublic = ({ history }: WithHistory): boolean =>
  history.some(({ status, by }) => status === 'withdrawn' && by === 'publish-report')
