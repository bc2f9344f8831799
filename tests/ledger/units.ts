import type { AttributeValue } from '@aws-sdk/client-dynamodb'
import { type IndexSpec, TABLE } from '../../shared/table.ts'

export type Item = Readonly<Record<string, AttributeValue>>

const utf8 = (text: string): number => Buffer.byteLength(text)

/** Bytes of a value by the rules of DynamoDB: text as UTF-8, two digits of a number in one, three for a list or map and one for each element. */
const valueBytes = ({ S, N, B, L, M, SS, NS }: AttributeValue): number => {
  if (S !== undefined) return utf8(S)
  if (N !== undefined) return Math.ceil(N.replace(/\D/g, '').length / 2) + 1
  if (B !== undefined) return B.length
  if (L !== undefined) return 3 + L.reduce((sum, value) => sum + 1 + valueBytes(value), 0)
  if (M !== undefined) return 3 + Object.entries(M).reduce((sum, [name, value]) => sum + 1 + utf8(name) + valueBytes(value), 0)
  if (NS !== undefined) return NS.reduce((sum, value) => sum + valueBytes({ N: value }), 0)
  if (SS !== undefined) return SS.reduce((sum, value) => sum + utf8(value), 0)
  return 1
}

const itemBytes = (item: Item): number => Object.entries(item).reduce((sum, [name, value]) => sum + utf8(name) + valueBytes(value), 0)

const KB = 1024
const unitsOf = (...items: readonly Item[]): number => Math.ceil(Math.max(0, ...items.map(itemBytes)) / KB)

/** Write units of the item itself: of the larger of what stood and what stands. One that was not written for its condition costs what stood, at least one. */
export const tableUnits = (before: Item | undefined, after: Item | undefined): number =>
  Math.max(1, unitsOf(...[before, after].filter((item) => item !== undefined)))

/** What an index holds of an item; undefined where the item is not in it. */
const entryOf = (index: IndexSpec, item: Item | undefined): Item | undefined => {
  if (item?.[index.partitionKey] === undefined || item[index.sortKey] === undefined) return undefined
  const { shows } = index
  if (shows === undefined) return item
  const kept: readonly string[] = [TABLE.partitionKey, TABLE.sortKey, index.partitionKey, index.sortKey, ...shows]
  return Object.fromEntries(Object.entries(item).filter(([name]) => kept.includes(name)))
}

/** An entry whose key changes is taken out and put in again; one that is the same costs nothing. */
const entryUnits = ({ partitionKey, sortKey }: IndexSpec, before: Item | undefined, after: Item | undefined): number => {
  if (before === undefined || after === undefined) return unitsOf(...[before, after].filter((item) => item !== undefined))
  if (JSON.stringify(before) === JSON.stringify(after)) return 0
  const moved = [partitionKey, sortKey].some((name) => before[name]?.S !== after[name]?.S)
  return moved ? unitsOf(before) + unitsOf(after) : unitsOf(before, after)
}

/** Write units that a change of an item costs in each index. */
export const indexUnits = (before: Item | undefined, after: Item | undefined): Record<string, number> =>
  Object.fromEntries(
    TABLE.indexes.map((index: IndexSpec) => [index.name, entryUnits(index, entryOf(index, before), entryOf(index, after))]),
  )
