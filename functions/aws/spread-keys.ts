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

/** The partition key under which an agency stands in a list, and all those of the list. */
export const partOfList = (list: string, agencyId: string): string => `${list}#${hash(agencyId) % SPREAD}`
export const partsOfList = (list: string): string[] => Array.from({ length: SPREAD }, (_, index) => `${list}#${index}`)

/** Where the item of an agency lies in a list. */
export const spreadKey = (list: string, agencyId: string) => ({ pk: partOfList(list, agencyId), sk: agencyId })

/** The condition for a range of agency ids under a partition key `:pk`, and its values. It takes `before` in, too, where there is a beginning. */
export const rangeOf = (partitionKey: string, sortKey: string, { from, before }: IdRange) => {
  const values = { ...(from !== '' && { ':from': from }), ...(before !== undefined && { ':before': before }) }
  const under = `${partitionKey} = :pk`
  if (from === '' && before === undefined) return { condition: under, values }
  if (before === undefined) return { condition: `${under} AND ${sortKey} >= :from`, values }
  if (from === '') return { condition: `${under} AND ${sortKey} < :before`, values }
  return { condition: `${under} AND ${sortKey} BETWEEN :from AND :before`, values }
}

/** The items of a list in a range of agency ids, in their order, read consistently. */
export const querySpread = async (table: Table, list: string, range: IdRange): Promise<Record<string, unknown>[]> => {
  const { condition, values } = rangeOf('pk', 'sk', range)
  const found = await Promise.all(
    partsOfList(list).map((part) =>
      queryAll(table, {
        KeyConditionExpression: condition,
        ExpressionAttributeValues: { ...values, ':pk': part },
        ConsistentRead: true,
      }),
    ),
  )
  return found
    .flat()
    .filter(({ sk }) => sk !== range.before) // BETWEEN takes both ends
    .toSorted((a, b) => (String(a.sk) < String(b.sk) ? -1 : 1))
}
