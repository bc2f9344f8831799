import { GetCommand, PutCommand } from '@aws-sdk/lib-dynamodb'
import type { AgencyStore } from '../../shared/ports/store.ts'
import type { Agency } from '../../shared/submission/submission.ts'
import { queryAll, type Table } from './table.ts'

const key = (id: string) => ({ pk: 'agencies', sk: id })

/** Only `save` writes what is read here. */
const fromItem = ({ pk, sk, ...agency }: Record<string, unknown>): Agency => agency as Agency

/** Agencies in DynamoDB, all under one partition key: there are hundreds. */
export const agencyStore = (table: Table): AgencyStore => {
  const { client, TableName } = table
  return {
    async load(id) {
      const { Item } = await client.send(new GetCommand({ TableName, Key: key(id), ConsistentRead: true }))
      return Item === undefined ? undefined : fromItem(Item)
    },

    async save(agency) {
      await client.send(new PutCommand({ TableName, Item: { ...key(agency.id), ...agency } }))
    },

    async list() {
      const items = await queryAll(table, {
        KeyConditionExpression: 'pk = :pk',
        ExpressionAttributeValues: { ':pk': 'agencies' },
        ConsistentRead: true,
      })
      return items.map(fromItem)
    },
  }
}
