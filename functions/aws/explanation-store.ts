import { PutCommand } from '@aws-sdk/lib-dynamodb'
import type { Explanation } from '../../shared/assessment/explanation.ts'
import type { ExplanationStore } from '../../shared/ports/judgement-stores.ts'
import { agencyYear } from './submission-items.ts'
import { queryAll, type Table } from './table.ts'

const partition = (agencyId: string, year: number): string => `explanations#${agencyYear(agencyId, year)}`

/** Only `put` writes what is read here. */
const fromItem = ({ pk, sk, ...explanation }: Record<string, unknown>): Explanation => explanation as Explanation

/** Explanations in DynamoDB, those of an agency and year under one partition key. */
export const explanationStore = (table: Table): ExplanationStore => {
  const { client, TableName } = table
  return {
    async put(agencyId, year, explanation) {
      const Item = { pk: partition(agencyId, year), sk: explanation.key, ...explanation }
      await client.send(new PutCommand({ TableName, Item }))
    },

    async ofAgencyAndYear(agencyId, year) {
      const items = await queryAll(table, {
        KeyConditionExpression: 'pk = :pk',
        ExpressionAttributeValues: { ':pk': partition(agencyId, year) },
        ConsistentRead: true,
      })
      return items.map(fromItem)
    },
  }
}
