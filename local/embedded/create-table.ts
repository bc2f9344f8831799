import { CreateTableCommand, type CreateTableCommandInput, ResourceInUseException, waitUntilTableExists } from '@aws-sdk/client-dynamodb'
import type { Table } from '../../functions/aws/table.ts'
import { type IndexSpec, TABLE } from '../../shared/table.ts'

const keys = ({ partitionKey, sortKey }: { readonly partitionKey: string; readonly sortKey: string }) => [
  { AttributeName: partitionKey, KeyType: 'HASH' as const },
  { AttributeName: sortKey, KeyType: 'RANGE' as const },
]

const projection = ({ shows }: IndexSpec) => {
  if (shows === undefined) return { ProjectionType: 'ALL' as const }
  return shows.length === 0
    ? { ProjectionType: 'KEYS_ONLY' as const }
    : { ProjectionType: 'INCLUDE' as const, NonKeyAttributes: [...shows] }
}

/** The table with its indexes, as the stack makes it in the cloud. */
export const tableNamed = (TableName: string) => {
  const names = new Set([TABLE, ...TABLE.indexes].flatMap(({ partitionKey, sortKey }) => [partitionKey, sortKey]))
  return {
    TableName,
    BillingMode: 'PAY_PER_REQUEST',
    KeySchema: keys(TABLE),
    AttributeDefinitions: Array.from(names, (AttributeName) => ({ AttributeName, AttributeType: 'S' as const })),
    GlobalSecondaryIndexes: TABLE.indexes.map((index) => ({
      IndexName: index.name,
      KeySchema: keys(index),
      Projection: projection(index),
    })),
  } satisfies CreateTableCommandInput
}

/** Makes the table in an embedded database, where it is not there yet. */
export const createTable = async ({ client, TableName }: Table): Promise<void> => {
  try {
    await client.send(new CreateTableCommand(tableNamed(TableName)))
  } catch (error) {
    if (!(error instanceof ResourceInUseException)) throw error
  }
  await waitUntilTableExists({ client, maxWaitTime: 30, minDelay: 1 }, { TableName })
}
