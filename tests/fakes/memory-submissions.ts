import { isDeepStrictEqual } from 'node:util'
import type { SubmissionLists, SubmissionStore } from '../../shared/ports/store.ts'
import { type Advanced, entryOf } from '../../shared/submission/step.ts'
import type { HistoryEntry, Submission } from '../../shared/submission/submission.ts'
import { highestVersionFirst } from '../../shared/submission/version.ts'

/** Submissions in memory. What goes in and out is copied, as a database does. */
export const memorySubmissions = (): { submissions: SubmissionStore; lists: SubmissionLists } => {
  const items = new Map<string, Submission>()
  const all = () => Array.from(items.values(), (submission) => structuredClone(submission))
  const change = (id: string, changes: Partial<Submission>): void => {
    const submission = items.get(id)
    if (submission === undefined) throw new Error(`no submission ${id}`)
    items.set(id, structuredClone({ ...submission, ...changes }))
  }
  const historyWith = (id: string, entry: HistoryEntry) => [...(items.get(id)?.history ?? []), entry]

  return {
    submissions: {
      async create(submission) {
        if (items.has(submission.id)) return false
        items.set(submission.id, structuredClone(submission))
        return true
      },
      async load(id) {
        return structuredClone(items.get(id))
      },
      async advance(id, from, to, step, changes = {}) {
        const moved = items.get(id)?.status === from
        if (moved) change(id, { ...changes, status: to, since: step.at, history: historyWith(id, entryOf(to, step)) })
        return { moved, submission: structuredClone(items.get(id)) } as Advanced
      },
      async note({ id, history }, { line, entry }) {
        const stands = items.get(id)?.history
        if (stands?.length !== history.length || !isDeepStrictEqual(stands[line], history[line])) return false
        change(id, { history: history.toSpliced(line, 1, entry) })
        return true
      },
      async countFault(id) {
        const faults = (items.get(id)?.faults ?? 0) + 1
        change(id, { faults })
        return faults
      },
    },
    lists: {
      async ofAgencyAndYear(agencyId, year) {
        return all()
          .filter((submission) => submission.agencyId === agencyId && submission.year === year)
          .toSorted(highestVersionFirst)
      },
      async inStatus(status, { from = '', to = '9' } = {}) {
        return all()
          .filter((submission) => submission.status === status && from <= submission.since && submission.since <= to)
          .toSorted((a, b) => a.since.localeCompare(b.since))
      },
    },
  }
}
