import { ConditionalCheckFailedException, DynamoDBClient } from '@aws-sdk/client-dynamodb'
import { DynamoDBDocumentClient, paginateQuery, type QueryCommandInput } from '@aws-sdk/lib-dynamodb'
import { type AwsSettings, clientConfig, watched } from './settings.ts'

/** The one table, and the client that reaches it. */
export type Table = { readonly client: DynamoDBDocumentClient; readonly TableName: string }

export const openTable = (name: string, settings: AwsSettings = {}): Table => ({
  TableName: name,
  client: DynamoDBDocumentClient.from(watched(new DynamoDBClient(clientConfig(settings, settings.endpoints?.dynamodb)), settings), {
    marshallOptions: { removeUndefinedValues: true },
  }),
})

/** Every item that the query finds, page by page. */
export const queryAll = async (
  { client, TableName }: Table,
  query: Omit<QueryCommandInput, 'TableName'>,
): Promise<Record<string, unknown>[]> => {
  const items: Record<string, unknown>[] = []
  for await (const { Items = [] } of paginateQuery({ client }, { TableName, ...query })) items.push(...Items)
  return items
}

/** What the write answers; undefined when its condition did not hold. */
export const ifHolds = async <Answer>(write: Promise<Answer>): Promise<Answer | undefined> => {
  try {
    return await write
  } catch (error) {
    if (error instanceof ConditionalCheckFailedException) return undefined
    throw error
  }
}

/** True when the write was made, false when its condition did not hold. */
export const conditionHolds = async (write: Promise<object>): Promise<boolean> => (await ifHolds(write)) !== undefined
