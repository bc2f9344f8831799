import { PutCommand } from '@aws-sdk/lib-dynamodb'
import type { Waiver } from '../../shared/assessment/waiver.ts'
import type { WaiverStore } from '../../shared/ports/judgement-stores.ts'
import { queryAll, type Table } from './table.ts'

const partition = (agencyId: string): string => `waivers#${agencyId}`

/** Only `put` writes what is read here. */
const fromItem = ({ pk, sk, ...waiver }: Record<string, unknown>): Waiver => waiver as Waiver

/** Waivers in DynamoDB, those of an agency under one partition key. */
export const waiverStore = (table: Table): WaiverStore => {
  const { client, TableName } = table
  return {
    async put(waiver) {
      const Item = { pk: partition(waiver.agencyId), sk: `${waiver.rule} ${waiver.place}`, ...waiver }
      await client.send(new PutCommand({ TableName, Item }))
    },

    async ofAgency(agencyId) {
      const items = await queryAll(table, {
        KeyConditionExpression: 'pk = :pk',
        ExpressionAttributeValues: { ':pk': partition(agencyId) },
        ConsistentRead: true,
      })
      return items.map(fromItem)
    },
  }
}
