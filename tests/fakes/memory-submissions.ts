import { isDeepStrictEqual } from 'node:util'
import { SWEEP_LIMITS } from '../../shared/pipeline.ts'
import type { BoardStore } from '../../shared/ports/office-stores.ts'
import type { MailLog, OwedList, SubmissionLists, SubmissionStore } from '../../shared/ports/store.ts'
import type { Status } from '../../shared/submission/lifecycle.ts'
import { isOwed, markAfter } from '../../shared/submission/owed.ts'
import { type Advanced, entryOf } from '../../shared/submission/step.ts'
import type { HistoryEntry, StepChanges, Submission } from '../../shared/submission/submission.ts'
import { highestVersionFirst } from '../../shared/submission/version.ts'

/** Submissions in memory. What goes in and out is copied, as a database does. */
export const memorySubmissions = (): {
  submissions: SubmissionStore
  lists: SubmissionLists
  owed: OwedList
  mailLog: MailLog
  board: BoardStore
} => {
  const items = new Map<string, Submission>()
  /** When each is to be looked at that something is owed for. */
  const due = new Map<string, string>()
  const dueFrom = (at: string) => new Date(Date.parse(at) + SWEEP_LIMITS.stalledMinutes * 60_000).toISOString()
  const all = () => Array.from(items.values(), (submission) => structuredClone(submission))
  const change = (id: string, changes: Partial<Submission>): void => {
    const submission = items.get(id)
    if (submission === undefined) throw new Error(`no submission ${id}`)
    items.set(id, structuredClone({ ...submission, ...changes }))
  }
  const move = (id: string, from: Status, to: Status, entries: readonly HistoryEntry[], changes: StepChanges = {}): Advanced => {
    const before = items.get(id)
    const moved = before?.status === from
    const since = entries.at(-1)?.at ?? ''
    const mark = moved ? markAfter(from, to) : 'leave'
    if (mark === 'take') due.delete(id)
    if (mark === 'set' || (mark === 'keep' && !due.has(id))) due.set(id, dueFrom(since))
    if (moved) {
      const { systemFault: _, ...withoutFault } = before
      items.set(id, structuredClone({ ...withoutFault, ...changes, status: to, since, history: [...before.history, ...entries] }))
    }
    return { moved, submission: structuredClone(items.get(id)) } as Advanced
  }

  return {
    submissions: {
      async create(submission) {
        if (items.has(submission.id)) return false
        items.set(submission.id, structuredClone(submission))
        if (isOwed(submission)) due.set(submission.id, dueFrom(submission.since))
        return true
      },
      async load(id) {
        return structuredClone(items.get(id))
      },
      loadAll: async (ids) => ids.flatMap((id) => structuredClone(items.get(id)) ?? []),
      advance: async (id, from, to, step, changes) => move(id, from, to, [entryOf(to, step)], changes),
      advanceTwice: async (id, from, via, to, [first, second], changes) =>
        move(id, from, to, [entryOf(via, first), entryOf(to, second)], changes),
      async noteUnexplained(id, unexplained) {
        const before = items.get(id)
        if (before !== undefined && (before.unexplained ?? unexplained + 1) > unexplained) change(id, { unexplained })
      },
      async note({ id, history }, { line, entry }) {
        const stands = items.get(id)?.history
        if (stands?.length !== history.length || !isDeepStrictEqual(stands[line], history[line])) return false
        change(id, { history: history.toSpliced(line, 1, entry) })
        return true
      },
    },
    lists: {
      async idsOf(agencyId, year) {
        return all().flatMap((submission) => (submission.agencyId === agencyId && submission.year === year ? [submission.id] : []))
      },
      async ofAgencyAndYear(agencyId, year, known) {
        return all()
          .map((submission) => (submission.id === known?.id ? structuredClone(known) : submission))
          .filter((submission) => submission.agencyId === agencyId && submission.year === year)
          .toSorted(highestVersionFirst)
      },
      async inStatus(status, { from = '', to = '9' } = {}) {
        return all()
          .filter((submission) => submission.status === status && from <= submission.since && submission.since <= to)
          .toSorted((a, b) => a.since.localeCompare(b.since))
      },
    },
    board: {
      ofYear: async (year, { from, before } = { from: '' }) =>
        all().flatMap(({ agencyId, id, version, status, since, receivedAt, verdict, counts, unexplained, alike, systemFault, ...rest }) =>
          rest.year === year && agencyId >= from && (before === undefined || agencyId < before)
            ? [
                {
                  ...{ agencyId, id, status, since },
                  ...(version !== undefined && { version }),
                  ...(receivedAt !== undefined && { receivedAt }),
                  ...(verdict !== undefined && { verdict }),
                  ...(counts !== undefined && { counts }),
                  ...(unexplained !== undefined && { unexplained }),
                  ...(alike !== undefined && { alike }),
                  ...(systemFault !== undefined && { systemFault }),
                },
              ]
            : [],
        ),
      takeInOlder: async () => false,
    },
    owed: {
      async due(until, limit) {
        const standing = Array.from(due).filter(([, instant]) => instant <= until)
        return standing
          .toSorted(([, a], [, b]) => a.localeCompare(b))
          .map(([id]) => id)
          .slice(0, limit)
      },
      async putOff({ id, status }, instant, fault) {
        const submission = items.get(id)
        if (submission?.status !== status || !due.has(id)) return false
        due.set(id, instant)
        if (fault) change(id, { faults: (submission.faults ?? 0) + 1 })
        return true
      },
      async markFault({ id, status, systemFault }, fault) {
        const stands = items.get(id)
        if (stands?.status !== status || stands.systemFault?.count !== systemFault?.count) return false
        change(id, { systemFault: fault })
        due.set(id, fault.retryAt)
        return true
      },
      async settle({ id, status, history, mails = [] }) {
        const stands = items.get(id)
        if (stands?.status !== status || stands.history.length !== history.length) return false
        if (stands.mails !== undefined && stands.mails.length !== mails.length) return false
        const { systemFault: _, ...settled } = stands
        items.set(id, structuredClone({ ...settled, mails: stands.mails ?? mails }))
        due.delete(id)
        return true
      },
      takeInOlder: async () => false,
    },
    mailLog: {
      async claim(id, at, staleBefore) {
        const { mailing } = items.get(id) ?? {}
        if (!due.has(id) || (mailing !== undefined && mailing >= staleBefore)) return undefined
        change(id, { mailing: at })
        return structuredClone(items.get(id))
      },
      async save({ id, status, mailing }, { mails, entry, next }) {
        const stands = items.get(id)
        if (stands === undefined || stands.mailing !== mailing) return false
        if ((next === 'owed' || next === 'nothing') && stands.status !== status) return false
        const { mailing: _, ...givenBack } = stands
        items.set(id, structuredClone({ ...(next === 'more' ? stands : givenBack), mails }))
        if (entry !== undefined) change(id, { history: [...(items.get(id)?.history ?? []), entry] })
        if (next === 'nothing') due.delete(id)
        if (typeof next === 'object') due.set(id, next.due)
        return true
      },
      ofBefore: async () => [],
    },
  }
}
