import { DeleteCommand, GetCommand, PutCommand } from '@aws-sdk/lib-dynamodb'
import type { PublicationStore } from '../../shared/ports/store.ts'
import type { Publication } from '../../shared/submission/submission.ts'
import { conditionHolds, queryAll, type Table } from './table.ts'

const key = (agencyId: string, year: number) => ({ pk: 'publications', sk: `${year}#${agencyId}` })

/** Only `put` writes what is read here. */
const fromItem = ({ pk, sk, ...publication }: Record<string, unknown>): Publication => publication as Publication

/** Publications in DynamoDB, all under one partition key and read consistently, so that no index page misses one. */
export const publicationStore = (table: Table): PublicationStore => {
  const { client, TableName } = table
  return {
    async load(agencyId, year) {
      const { Item } = await client.send(new GetCommand({ TableName, Key: key(agencyId, year), ConsistentRead: true }))
      return Item === undefined ? undefined : fromItem(Item)
    },

    put(publication) {
      const put = new PutCommand({
        TableName,
        Item: { ...key(publication.agencyId, publication.year), ...publication },
        ConditionExpression: 'attribute_not_exists(pk) OR #version <= :version',
        ExpressionAttributeNames: { '#version': 'version' },
        ExpressionAttributeValues: { ':version': publication.version },
      })
      return conditionHolds(client.send(put))
    },

    async remove({ agencyId, year, submissionId }) {
      const remove = new DeleteCommand({
        TableName,
        Key: key(agencyId, year),
        ConditionExpression: 'submissionId = :submissionId',
        ExpressionAttributeValues: { ':submissionId': submissionId },
      })
      await conditionHolds(client.send(remove))
    },

    async list() {
      const items = await queryAll(table, {
        KeyConditionExpression: 'pk = :pk',
        ExpressionAttributeValues: { ':pk': 'publications' },
        ConsistentRead: true,
      })
      return items.map(fromItem)
    },
  }
}
