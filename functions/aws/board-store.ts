import { QueryCommand, UpdateCommand } from '@aws-sdk/lib-dynamodb'
import pMap from 'p-map'
import * as z from 'zod/mini'
import type { BoardStore } from '../../shared/ports/office-stores.ts'
import { stepTo } from '../../shared/submission/history.ts'
import { STATUSES } from '../../shared/submission/lifecycle.ts'
import { OWED } from '../../shared/submission/owed.ts'
import type { Submission } from '../../shared/submission/submission.ts'
import { collection } from './collection.ts'
import { partsOfList, rangeOf } from './spread-keys.ts'
import { BoardItem, filedIn, idOfKey, submissionItems, submissionKey } from './submission-items.ts'
import { conditionHolds, queryAll, type Table } from './table.ts'

/** So many submissions of before are taken in at once. */
const PAGE = 250
const SIDE_BY_SIDE = { concurrency: 8 }

/** Those that pass through a status stand in no list by status: they are found by what is owed, before the others and after them. */
const PHASES = ['owed-first', ...STATUSES, 'owed-last'] as const

/** How far the submissions of before were taken in: the phase that is next, from a key on; null at the end. */
const Progress = z.object({ next: z.nullable(z.enum(PHASES)), after: z.exactOptional(z.record(z.string(), z.string())) })

const indexOf = (phase: (typeof PHASES)[number]) =>
  phase === 'owed-first' || phase === 'owed-last'
    ? { IndexName: 'byOwed', KeyConditionExpression: 'owed = :is', ExpressionAttributeValues: { ':is': OWED } }
    : {
        IndexName: 'byStatus',
        KeyConditionExpression: '#status = :is',
        ExpressionAttributeNames: { '#status': 'status' },
        ExpressionAttributeValues: { ':is': phase },
      }

/** The board, in DynamoDB: by the index in which a submission stands under its year from the first, and which every step writes with it. */
export const boardStore = (table: Table): BoardStore => {
  const { client, TableName } = table
  const items = submissionItems(table)
  const progress = collection(table, () => ({ pk: 'board', sk: 'taken-in' }), Progress)
  let allTakenIn = false

  const takeIn = (submission: Submission): Promise<boolean> => {
    const { id, agencyId, year, file } = submission
    const receivedAt = file && stepTo(submission, 'uploaded')?.at
    const update = new UpdateCommand({
      TableName,
      Key: submissionKey(id),
      ConditionExpression: 'attribute_exists(pk) AND attribute_not_exists(filedIn)',
      UpdateExpression: `SET filedIn = :filedIn${receivedAt === undefined ? '' : ', receivedAt = if_not_exists(receivedAt, :receivedAt)'}`,
      ExpressionAttributeValues: { ':filedIn': filedIn(agencyId, year), ...(receivedAt !== undefined && { ':receivedAt': receivedAt }) },
    })
    return conditionHolds(client.send(update))
  }

  return {
    async ofYear(year, range = { from: '' }) {
      const { condition, values } = rangeOf('filedIn', 'agencyId', range)
      const found = await Promise.all(
        partsOfList(`${year}`).map((part) =>
          queryAll(table, {
            IndexName: 'byYear',
            KeyConditionExpression: condition,
            ExpressionAttributeValues: { ...values, ':pk': part },
          }),
        ),
      )
      return found.flat().flatMap((item) => (item.agencyId === range.before ? [] : [BoardItem.parse(item)])) // BETWEEN takes both ends
    },

    async takeInOlder() {
      if (allTakenIn) return false
      const { next: phase, after } = (await progress.load()) ?? { next: PHASES[0] }
      allTakenIn = phase === null
      if (phase === null) return false
      const page = new QueryCommand({ TableName, ...indexOf(phase), Limit: PAGE, ...(after && { ExclusiveStartKey: after }) })
      const { Items = [], LastEvaluatedKey } = await client.send(page)
      const older = await items.loadAll(Items.map((item) => [idOfKey(item)]))
      await pMap(older, takeIn, SIDE_BY_SIDE)
      const following = PHASES[PHASES.indexOf(phase) + 1] ?? null
      await progress.put([], LastEvaluatedKey ? { next: phase, after: LastEvaluatedKey } : { next: following })
      return true
    },
  }
}
