import { UpdateCommand } from '@aws-sdk/lib-dynamodb'
import type { SubmissionStore } from '../../shared/ports/store.ts'
import { entryOf } from '../../shared/submission/step.ts'
import { unlessThere } from './collection.ts'
import { agencyYear, submissionItems, submissionKey } from './submission-items.ts'
import { conditionHolds, ifHolds, type Table } from './table.ts'

/** Submissions in DynamoDB, one item each. */
export const submissionStore = (table: Table): SubmissionStore => {
  const { client, TableName } = table
  const items = submissionItems(table)

  return {
    load: (id) => items.load(id),

    create(submission) {
      const { id, agencyId, year } = submission
      return items.put([id], submission, { condition: unlessThere, indexed: { agencyYear: agencyYear(agencyId, year) } })
    },

    async advance(id, from, to, step, changes = {}) {
      const set = Object.entries({ ...changes, status: to, since: step.at }).filter(([, value]) => value !== undefined)
      const update = new UpdateCommand({
        TableName,
        Key: submissionKey(id),
        ConditionExpression: '#status = :from',
        UpdateExpression: `SET #history = list_append(#history, :entry), ${set.map(([name]) => `#${name} = :${name}`).join(', ')}`,
        ExpressionAttributeNames: { '#history': 'history', ...Object.fromEntries(set.map(([name]) => [`#${name}`, name])) },
        ExpressionAttributeValues: {
          ':from': from,
          ':entry': [entryOf(to, step)],
          ...Object.fromEntries(set.map(([name, value]) => [`:${name}`, value])),
        },
        ReturnValues: 'ALL_NEW',
      })
      const moved = (await ifHolds(client.send(update)))?.Attributes
      return moved === undefined ? { moved: false, submission: await items.load(id) } : { moved: true, submission: items.fromItem(moved) }
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

    async countFault(id) {
      const { Attributes } = await client.send(
        new UpdateCommand({
          TableName,
          Key: submissionKey(id),
          ConditionExpression: 'attribute_exists(pk)',
          UpdateExpression: 'ADD faults :one',
          ExpressionAttributeValues: { ':one': 1 },
          ReturnValues: 'UPDATED_NEW',
        }),
      )
      return Number(Attributes?.faults)
    },
  }
}
