import { paginateQuery, QueryCommand, UpdateCommand, type UpdateCommandInput } from '@aws-sdk/lib-dynamodb'
import * as z from 'zod/mini'
import type { OwedList } from '../../shared/ports/store.ts'
import { STATUSES, type Status } from '../../shared/submission/lifecycle.ts'
import { OWED } from '../../shared/submission/owed.ts'
import { collection } from './collection.ts'
import { submissionKey } from './submission-items.ts'
import { conditionHolds, type Table } from './table.ts'

const PAGE = 250

const Keys = z.object({ pk: z.string() })
const idOf = (item: unknown): string => Keys.parse(item).pk.replace(/^submission#/, '')

/** How far the submissions of before were taken in: the status that is next, from a key on; null at the end. Named so that no index has the item. */
const Progress = z.object({ next: z.nullable(z.enum(STATUSES)), after: z.exactOptional(z.record(z.string(), z.string())) })

/** What is owed, in DynamoDB: by the sparse index in which items stand while they have `owed` and `due`. */
export const owedList = (table: Table): OwedList => {
  const { client, TableName } = table
  const write = (id: string, change: Partial<UpdateCommandInput>) =>
    conditionHolds(client.send(new UpdateCommand({ TableName, Key: submissionKey(id), ...change })))
  const progress = collection(table, () => ({ pk: 'owed', sk: 'taken-in' }), Progress)
  let allTakenIn = false

  const takeIn = (id: string, due: string) =>
    write(id, {
      ConditionExpression: 'attribute_exists(pk) AND attribute_not_exists(mails) AND attribute_not_exists(owed)',
      UpdateExpression: 'SET owed = :owed, due = :due',
      ExpressionAttributeValues: { ':owed': OWED, ':due': due },
    })

  return {
    async due(until, limit) {
      const query = {
        TableName,
        IndexName: 'byOwed',
        KeyConditionExpression: 'owed = :owed AND due <= :until',
        ExpressionAttributeValues: { ':owed': OWED, ':until': until },
      }
      const ids: string[] = []
      for await (const { Items = [] } of paginateQuery({ client, pageSize: Math.min(PAGE, limit) }, query)) {
        ids.push(...Items.map(idOf))
        if (ids.length >= limit) break
      }
      return ids.slice(0, limit)
    },

    putOff({ id, status }, due, fault) {
      return write(id, {
        ConditionExpression: '#status = :status AND attribute_exists(owed)',
        UpdateExpression: `SET due = :due${fault ? ' ADD faults :one' : ''}`,
        ExpressionAttributeNames: { '#status': 'status' },
        ExpressionAttributeValues: { ':status': status, ':due': due, ...(fault && { ':one': 1 }) },
      })
    },

    markFault({ id, status, systemFault }, fault) {
      const before = systemFault === undefined ? 'attribute_not_exists(systemFault)' : 'systemFault.#count = :before'
      return write(id, {
        ConditionExpression: `#status = :status AND ${before}`,
        UpdateExpression: 'SET owed = :owed, due = :due, systemFault = :fault',
        ExpressionAttributeNames: { '#status': 'status', ...(systemFault && { '#count': 'count' }) },
        ExpressionAttributeValues: {
          ':status': status,
          ':owed': OWED,
          ':due': fault.retryAt,
          ':fault': fault,
          ...(systemFault && { ':before': systemFault.count }),
        },
      })
    },

    settle({ id, status, history, mails = [] }) {
      return write(id, {
        ConditionExpression: '#status = :status AND size(history) = :lines AND (attribute_not_exists(mails) OR size(mails) = :sent)',
        UpdateExpression: 'SET mails = if_not_exists(mails, :mails) REMOVE owed, due, systemFault',
        ExpressionAttributeNames: { '#status': 'status' },
        ExpressionAttributeValues: { ':status': status, ':lines': history.length, ':mails': mails, ':sent': mails.length },
      })
    },

    async takeInOlder(due) {
      if (allTakenIn) return false
      const { next: status, after } = (await progress.load()) ?? { next: STATUSES[0] ?? null }
      allTakenIn = status === null
      if (status === null) return false
      const { Items = [], LastEvaluatedKey } = await client.send(
        new QueryCommand({
          TableName,
          IndexName: 'byStatus',
          KeyConditionExpression: '#status = :status',
          ExpressionAttributeNames: { '#status': 'status' },
          ExpressionAttributeValues: { ':status': status },
          Limit: PAGE,
          ...(after && { ExclusiveStartKey: after }),
        }),
      )
      await Promise.all(Items.map((item) => takeIn(idOf(item), due)))
      const following: Status | undefined = STATUSES[STATUSES.indexOf(status) + 1]
      await progress.put([], LastEvaluatedKey ? { next: status, after: LastEvaluatedKey } : { next: following ?? null })
      return true
    },
  }
}
