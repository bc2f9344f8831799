import { BatchGetCommand, PutCommand, UpdateCommand } from '@aws-sdk/lib-dynamodb'
import type { Table } from '../../functions/aws/table.ts'

type Item = Record<string, unknown>
type Key = { readonly pk: string; readonly sk: string }

/** Bytes by the rules of DynamoDB; see `tests/ledger/units.ts`. */
const bytesOf = (value: unknown): number => {
  if (typeof value === 'string') return Buffer.byteLength(value)
  if (typeof value === 'number') return Math.ceil(String(value).replace(/\D/g, '').length / 2) + 1
  if (value instanceof Uint8Array) return value.length
  if (value instanceof Set) return Array.from(value).reduce<number>((sum, member) => sum + bytesOf(member), 0)
  if (Array.isArray(value)) return value.reduce<number>((sum, member) => sum + 1 + bytesOf(member), 3)
  if (typeof value === 'object' && value !== null)
    return Object.entries(value).reduce((sum, [name, member]) => sum + 1 + bytesOf(name) + bytesOf(member), 3)
  return 1
}

/** Units of reading an item that may lag behind. */
export const readUnits = (item: Item | undefined): number => Math.max(1, Math.ceil(bytesOf(item ?? {}) / 4096)) / 2
const writeUnits = (item: Item | undefined): number => Math.max(1, Math.ceil(bytesOf(item ?? {}) / 1024))

/**
 * The table in memory, so far as the fingerprints need it, with what its requests would cost: a million writes to the embedded database would take an
 * hour. That the adapter does the same against a database is what its contract tests are for.
 */
export const heldInMemory = () => {
  const items = new Map<string, Item>()
  const cost = { reads: 0, items: 0, readUnits: 0, writes: 0, writeUnits: 0 }
  const name = ({ pk, sk }: Key): string => `${pk} ${sk}`

  const get = ({ input }: BatchGetCommand) => {
    const keys = (input.RequestItems?.memory?.Keys ?? []) as Key[]
    const found = keys.map((key) => items.get(name(key)))
    cost.reads++
    cost.items += found.filter((item) => item !== undefined).length
    cost.readUnits += found.reduce((sum, item) => sum + readUnits(item), 0)
    return { Responses: { memory: found.filter((item) => item !== undefined) } }
  }

  const add = ({ input: { Key, ExpressionAttributeNames, ExpressionAttributeValues } }: UpdateCommand) => {
    const [set, key] = [ExpressionAttributeNames?.['#set'] ?? '', name(Key as Key)]
    const {
      ':members': members,
      ':key': value,
      ':most': most,
    } = ExpressionAttributeValues as {
      ':members': ReadonlySet<unknown>
      ':key': number
      ':most': number
    }
    const before = items.get(key)
    const held = new Set(before?.[set] instanceof Set ? before[set] : [])
    cost.writes++
    if (held.size >= most) throw new Error('a key that is crowded was written to')
    for (const member of members) held.add(member)
    items.set(key, { ...Key, key: value, [set]: held })
    cost.writeUnits += writeUnits(items.get(key))
    return {}
  }

  const put = ({ input: { Item } }: PutCommand) => {
    items.set(name(Item as Key), Item as Item)
    cost.writes++
    cost.writeUnits += writeUnits(Item)
    return {}
  }

  const send = async (command: unknown) => {
    if (command instanceof BatchGetCommand) return get(command)
    if (command instanceof UpdateCommand) return add(command)
    if (command instanceof PutCommand) return put(command)
    throw new Error('the table in memory does not know this command')
  }
  return { table: { client: { send }, TableName: 'memory' } as unknown as Table, cost, items }
}
