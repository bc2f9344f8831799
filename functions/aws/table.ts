import { setTimeout } from 'node:timers/promises'
import { ConditionalCheckFailedException, DynamoDBClient } from '@aws-sdk/client-dynamodb'
import { BatchGetCommand, DynamoDBDocumentClient, paginateQuery, type QueryCommandInput } from '@aws-sdk/lib-dynamodb'
import pMap from 'p-map'
import { type AwsSettings, clientConfig, watched } from './settings.ts'

export type ItemKey = { readonly pk: string; readonly sk: string }

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

/** So many items can be asked for at once, and so many requests are on their way at once. */
const [AT_ONCE, SIDE_BY_SIDE] = [100, 4]
/** So often what a request left unanswered is asked for again, each time after twice as long. */
const [TRIES, FIRST_PAUSE] = [6, 50]

const getSome = async ({ client, TableName }: Table, keys: readonly ItemKey[]): Promise<Record<string, unknown>[]> => {
  const items: Record<string, unknown>[] = []
  let left: readonly Record<string, unknown>[] = keys
  for (let tried = 0; left.length > 0; tried++) {
    if (tried === TRIES) throw new Error(`${left.length} of ${keys.length} items were not given in ${TRIES} requests`)
    if (tried > 0) await setTimeout(FIRST_PAUSE * 2 ** tried)
    const { Responses, UnprocessedKeys } = await client.send(new BatchGetCommand({ RequestItems: { [TableName]: { Keys: [...left] } } }))
    items.push(...(Responses?.[TableName] ?? []))
    left = UnprocessedKeys?.[TableName]?.Keys ?? []
  }
  return items
}

/** The items of these keys that are there, in any order. May lag a moment behind. */
export const getAll = async (table: Table, keys: readonly ItemKey[]): Promise<Record<string, unknown>[]> => {
  const parts = Array.from({ length: Math.ceil(keys.length / AT_ONCE) }, (_, index) => keys.slice(index * AT_ONCE, (index + 1) * AT_ONCE))
  return (await pMap(parts, (part) => getSome(table, part), { concurrency: SIDE_BY_SIDE })).flat()
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
