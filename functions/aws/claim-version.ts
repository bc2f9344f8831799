import { PutCommand } from '@aws-sdk/lib-dynamodb'
import type { Submission } from '../../shared/submission/submission.ts'
import { agencyYear } from './submission-items.ts'
import { conditionHolds, queryAll, type Table } from './table.ts'

const sortKey = (version: number): string => `version#${String(version).padStart(4, '0')}`

/** Takes the next free version of agency and year; of those that race for it, one has it and the others take the next. */
export const claimVersion = async (table: Table, { id, agencyId, year }: Pick<Submission, 'id' | 'agencyId' | 'year'>): Promise<number> => {
  const { client, TableName } = table
  const pk = `agency-year#${agencyYear(agencyId, year)}`
  const taken = await queryAll(table, {
    KeyConditionExpression: 'pk = :pk',
    ExpressionAttributeValues: { ':pk': pk },
    ProjectionExpression: 'sk',
    ConsistentRead: true,
  })
  for (let version = taken.length + 1; ; version += 1) {
    const Item = { pk, sk: sortKey(version), submission: id }
    if (await conditionHolds(client.send(new PutCommand({ TableName, Item, ConditionExpression: 'attribute_not_exists(pk)' }))))
      return version
  }
}
