import type { SubmissionSummary } from '../../../shared/http-api/submissions.ts'
import type { Api } from '../api.ts'

type Waiting = Pick<SubmissionSummary, 'id'>

/** Where a submission stands among those that wait: its number from 1, how many there are, and its neighbours. */
export type Standing = {
  readonly number: number | null
  readonly count: number
  readonly next: string | null
  readonly before: string | null
}

/** The order of `ids` is kept; `gone` are those that were decided on since. One that does not wait has the first and the last for neighbours. */
export const standingOf = (ids: readonly string[], gone: ReadonlySet<string>, id: string): Standing => {
  const open = ids.filter((each) => each === id || !gone.has(each))
  const at = open.indexOf(id)
  const others = open.filter((each) => each !== id)
  const waits = at >= 0 && !gone.has(id)
  return {
    number: waits ? at + 1 : null,
    count: waits ? open.length : others.length,
    next: open.slice(at + 1).find((each) => each !== id) ?? others[0] ?? null,
    before: (at < 0 ? others.at(-1) : open[at - 1]) ?? others.at(-1) ?? null,
  }
}

/** The submissions that wait for a decision, in the order of the list that was looked at last; asked for once, not again for each. */
export const createQueue = (api: Pick<Api, 'listSubmissions'>) => {
  let ids: Promise<readonly string[]> | undefined
  const gone = new Set<string>()
  const idsOf = (submissions: readonly Waiting[]) => submissions.map(({ id }) => id)
  return {
    fill(submissions: readonly Waiting[]): void {
      gone.clear()
      ids = Promise.resolve(idsOf(submissions))
    },
    /** What was decided here, and is not undone, waits no more. */
    decided: (id: string) => void gone.add(id),
    waitsAgain: (id: string) => void gone.delete(id),
    gone: (): ReadonlySet<string> => gone,
    ids(): Promise<readonly string[]> {
      ids ??= api.listSubmissions({ query: { status: 'passed' } }).then(({ submissions }) => idsOf(submissions))
      ids.catch(() => {
        ids = undefined
      })
      return ids
    },
  }
}
export type Queue = ReturnType<typeof createQueue>
