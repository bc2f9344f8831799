import { UpdateCommand } from '@aws-sdk/lib-dynamodb'
import { SWEEP_LIMITS } from '../../shared/pipeline.ts'
import type { SubmissionStore } from '../../shared/ports/store.ts'
import type { Status } from '../../shared/submission/lifecycle.ts'
import { isOwed, isPassing, markAfter, OWED, type OwedMark } from '../../shared/submission/owed.ts'
import { type Advanced, entryOf } from '../../shared/submission/step.ts'
import type { HistoryEntry, StepChanges } from '../../shared/submission/submission.ts'
import { unlessThere } from './collection.ts'
import { agencyYear, filedIn, sinceOf, submissionItems, submissionKey } from './submission-items.ts'
import { conditionHolds, ifHolds, type Table } from './table.ts'

const markFrom = (at: string): OwedMark => ({
  owed: OWED,
  due: new Date(Date.parse(at) + SWEEP_LIMITS.stalledMinutes * 60_000).toISOString(),
})

/** How a step to a status changes the mark: attributes to set (with `due`, where it is set at all, kept or not), and those to take away. */
const MARKED = {
  keep: { set: ', #owed = :owed, #due = if_not_exists(#due, :due)', remove: [], names: ['owed', 'due'] },
  set: { set: ', #owed = :owed, #due = :due', remove: [], names: ['owed', 'due'] },
  leave: { set: '', remove: [], names: [] },
  take: { set: '', remove: ['owed', 'due'], names: [] },
} as const

const named = (names: readonly string[]) => Object.fromEntries(names.map((name) => [`#${name}`, name]))

/** Submissions in DynamoDB, one item each. */
export const submissionStore = (table: Table): SubmissionStore => {
  const { client, TableName } = table
  const items = submissionItems(table)

  /** Writes the lines of one step or several at once; the last one is the step to where the submission then stands. */
  const move = async (
    id: string,
    from: Status,
    to: Status,
    entries: readonly HistoryEntry[],
    changes: StepChanges = {},
  ): Promise<Advanced> => {
    const since = entries.at(-1)?.at ?? ''
    const mark = MARKED[markAfter(from, to)]
    const remove = [isPassing(to) ? 'since' : 'passingSince', 'systemFault', ...mark.remove]
    const set = Object.entries({ ...changes, status: to, ...sinceOf(to, since) }).filter(([, value]) => value !== undefined)
    const update = new UpdateCommand({
      TableName,
      Key: submissionKey(id),
      ConditionExpression: '#status = :from',
      UpdateExpression: `SET #history = list_append(#history, :entry), ${set.map(([name]) => `#${name} = :${name}`).join(', ')}${mark.set} REMOVE ${remove.map((name) => `#${name}`).join(', ')}`,
      ExpressionAttributeNames: named(['history', ...set.map(([name]) => name), ...remove, ...mark.names]),
      ExpressionAttributeValues: {
        ':from': from,
        ...(mark.set !== '' && { ':owed': OWED, ':due': markFrom(since).due }),
        ':entry': entries,
        ...Object.fromEntries(set.map(([name, value]) => [`:${name}`, value])),
      },
      ReturnValues: 'ALL_NEW',
    })
    const moved = (await ifHolds(client.send(update)))?.Attributes
    return moved === undefined ? { moved: false, submission: await items.load(id) } : { moved: true, submission: items.fromItem(moved) }
  }

  return {
    load: (id) => items.load(id),
    loadAll: (ids) => items.loadAll(ids.map((id) => [id])),

    create(submission) {
      const { id, agencyId, year, since } = submission
      const indexed = {
        agencyYear: agencyYear(agencyId, year),
        filedIn: filedIn(agencyId, year),
        ...(isOwed(submission) && markFrom(since)),
      }
      return items.put([id], submission, { condition: unlessThere, indexed })
    },

    advance: (id, from, to, step, changes) => move(id, from, to, [entryOf(to, step)], changes),

    advanceTwice: (id, from, via, to, [first, second], changes) => move(id, from, to, [entryOf(via, first), entryOf(to, second)], changes),

    async noteUnexplained(id, unexplained) {
      const update = new UpdateCommand({
        TableName,
        Key: submissionKey(id),
        ConditionExpression: 'attribute_exists(pk) AND (attribute_not_exists(unexplained) OR unexplained > :unexplained)',
        UpdateExpression: 'SET unexplained = :unexplained',
        ExpressionAttributeValues: { ':unexplained': unexplained },
      })
      await conditionHolds(client.send(update))
    },

    note({ id, history }, { line, entry }) {
      const before = history[line]
      const Key = submissionKey(id)
      const whole = 'size(#history) = :lines'
      const added = {
        ConditionExpression: whole,
        UpdateExpression: 'SET #history = list_append(#history, :entry)',
        ExpressionAttributeNames: { '#history': 'history' },
        ExpressionAttributeValues: { ':lines': history.length, ':entry': [entry] },
      }
      const { note, times } = before ?? {}
      const counted = times === undefined ? `attribute_not_exists(#history[${line}].#times)` : `#history[${line}].#times = :times`
      const replaced = {
        ConditionExpression: `${whole} AND #history[${line}].#note = :note AND ${counted}`,
        UpdateExpression: `SET #history[${line}] = :entry`,
        ExpressionAttributeNames: { '#history': 'history', '#note': 'note', '#times': 'times' },
        ExpressionAttributeValues: {
          ':lines': history.length,
          ':entry': entry,
          ':note': note,
          ...(times !== undefined && { ':times': times }),
        },
      }
      return conditionHolds(client.send(new UpdateCommand({ TableName, Key, ...(before === undefined ? added : replaced) })))
    },
  }
}
