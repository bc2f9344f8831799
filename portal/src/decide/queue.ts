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
  let known: readonly string[] | undefined
  let asked: Promise<readonly string[]> | undefined
  const gone = new Set<string>()
  const idsOf = (submissions: readonly Waiting[]) => submissions.map(({ id }) => id)
  return {
    fill(submissions: readonly Waiting[]): void {
      gone.clear()
      known = idsOf(submissions)
      asked = Promise.resolve(known)
    },
    /** What was decided here, and is not undone, waits no more. */
    decided: (id: string) => void gone.add(id),
    waitsAgain: (id: string) => void gone.delete(id),
    gone: (): ReadonlySet<string> => gone,
    /** What is known of it by now: none before the list has come. */
    known: (): readonly string[] => known ?? [],
    ids(): Promise<readonly string[]> {
      asked ??= api.listSubmissions({ query: { status: 'passed' } }).then(({ submissions }) => {
        known ??= idsOf(submissions)
        return known
      })
      asked.catch(() => {
        asked = undefined
      })
      return asked
    },
  }
}
export type Queue = ReturnType<typeof createQueue>
