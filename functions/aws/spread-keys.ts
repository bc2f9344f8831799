import type { QueryCommandInput } from '@aws-sdk/lib-dynamodb'
import type { IdRange } from '../../shared/publication/list-parts.ts'
import { queryAll, type Table } from './table.ts'

/** So many partition keys bear a list, that none bears all of it. To change this is to move every item. */
const SPREAD = 4

/** FNV-1a: cheap, and the same for ever. */
const hash = (text: string): number => {
  let value = 0x811c9dc5
  for (const byte of new TextEncoder().encode(text)) value = Math.imul(value ^ byte, 0x01000193) >>> 0
  return value
}

/** Where the item of an agency lies in a list. */
export const spreadKey = (list: string, agencyId: string) => ({ pk: `${list}#${hash(agencyId) % SPREAD}`, sk: agencyId })

const keysIn = ({ from, before }: IdRange): Pick<QueryCommandInput, 'KeyConditionExpression' | 'ExpressionAttributeValues'> => {
  const values = { ...(from !== '' && { ':from': from }), ...(before !== undefined && { ':before': before }) }
  if (from === '' && before === undefined) return { KeyConditionExpression: 'pk = :pk' }
  if (before === undefined) return { KeyConditionExpression: 'pk = :pk AND sk >= :from', ExpressionAttributeValues: values }
  if (from === '') return { KeyConditionExpression: 'pk = :pk AND sk < :before', ExpressionAttributeValues: values }
  return { KeyConditionExpression: 'pk = :pk AND sk BETWEEN :from AND :before', ExpressionAttributeValues: values }
}

/** The items of a list in a range of agency ids, in their order, read consistently. */
export const querySpread = async (table: Table, list: string, range: IdRange): Promise<Record<string, unknown>[]> => {
  const { KeyConditionExpression, ExpressionAttributeValues } = keysIn(range)
  const found = await Promise.all(
    Array.from({ length: SPREAD }, (_, index) =>
      queryAll(table, {
        KeyConditionExpression,
        ExpressionAttributeValues: { ...ExpressionAttributeValues, ':pk': `${list}#${index}` },
        ConsistentRead: true,
      }),
    ),
  )
  return found
    .flat()
    .filter(({ sk }) => sk !== range.before) // BETWEEN takes both ends
    .toSorted((a, b) => (String(a.sk) < String(b.sk) ? -1 : 1))
}
