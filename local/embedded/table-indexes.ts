import { tableNamed } from './create-table.ts'
import { ENTRIES, ITEMS, indexWrites, TABLES, under } from './table-layout.ts'

/** So many items are held against their entries at once, and so many changes written. */
const AT_ONCE = 500

const described = (name: string, created: number): DynaliteTable => {
  const { BillingMode, ...definition } = tableNamed(name)
  const noLimit = { ReadCapacityUnits: 0, WriteCapacityUnits: 0, NumberOfDecreasesToday: 0 }
  const made = { ItemCount: 0, ProvisionedThroughput: noLimit }
  const table = {
    ...definition,
    ...made,
    BillingModeSummary: { BillingMode },
    CreationDateTime: created,
    TableSizeBytes: 0,
    TableStatus: 'ACTIVE',
    GlobalSecondaryIndexes: definition.GlobalSecondaryIndexes.map((index) => ({
      ...index,
      ...made,
      IndexSizeBytes: 0,
      IndexStatus: 'ACTIVE',
    })),
  }
  return table
}

/** Has the database note the table as this build has it, whatever indexes it had; answers the note, and whether it was another before. */
export const describeTable = async (
  { db: level }: DynaliteStore,
  name: string,
): Promise<{ readonly table: DynaliteTable; readonly changed: boolean }> => {
  const before = (await level.get(TABLES + name)) as (DynaliteTable & { CreationDateTime?: number }) | undefined
  const table = described(name, before?.CreationDateTime ?? Date.now() / 1000)
  const gone = (before?.GlobalSecondaryIndexes ?? []).filter(
    ({ IndexName }) => !table.GlobalSecondaryIndexes?.some((index) => index.IndexName === IndexName),
  )
  for (const { IndexName } of gone)
    for await (const key of level.keys(under(ENTRIES(name, IndexName)))) await level.batch([{ type: 'del', key }])
  const changed = JSON.stringify(before) !== JSON.stringify(table)
  if (changed) await level.batch([{ type: 'put', key: TABLES + name, value: table }])
  return { table, changed }
}

type Expected = { readonly key: string; readonly json: string; readonly write: LevelWrite }

/** The entries that an item must have, with the JSON that they are kept as. */
const entriesOf = (table: DynaliteTable, json: string): Expected[] => {
  const item: DynaliteItem = JSON.parse(json)
  return indexWrites(table, null, item).flatMap((write) =>
    write.type === 'put' ? [{ key: write.key, write, json: write.value === item ? json : JSON.stringify(write.value) }] : [],
  )
}

const countUnder = async (level: DynaliteLevel, prefix: string): Promise<number> => {
  let count = 0
  for await (const _ of level.keys(under(prefix))) count++
  return count
}

/**
 * Holds every index against the items and mends it: puts entries that are missing or old, takes away those of no item. A kill in an earlier
 * build left such, as it wrote item and entries one after the other. Answers how many entries were mended.
 */
export const mendIndexes = async ({ db: level }: DynaliteStore, table: DynaliteTable): Promise<number> => {
  const known = new Map((table.GlobalSecondaryIndexes ?? []).map(({ IndexName }) => [ENTRIES(table.TableName, IndexName), 0]))
  const prefixOf = (key: string) => Array.from(known.keys()).find((prefix) => key.startsWith(prefix)) ?? ''
  let mended = 0

  const mend = async (expected: readonly Expected[]) => {
    const found = await level.getMany(
      expected.map(({ key }) => key),
      { valueEncoding: 'utf8' },
    )
    const writes = expected.flatMap(({ json, write }, at) => (found[at] === json ? [] : [write]))
    if (writes.length > 0) await level.batch(writes)
    mended += writes.length
    for (const { key } of expected) known.set(prefixOf(key), (known.get(prefixOf(key)) ?? 0) + 1)
  }

  const allEntries = async function* () {
    for await (const [, json] of level.iterator({ ...under(ITEMS(table.TableName)), valueEncoding: 'utf8' })) yield* entriesOf(table, json)
  }

  let chunk: Expected[] = []
  for await (const entry of allEntries()) {
    chunk.push(entry)
    if (chunk.length < AT_ONCE) continue
    await mend(chunk)
    chunk = []
  }
  await mend(chunk)

  // Only where there are more entries than there should be are they looked at one by one.
  for (const [prefix, count] of known) {
    if ((await countUnder(level, prefix)) === count) continue
    const right = new Set<string>()
    for await (const { key } of allEntries()) if (key.startsWith(prefix)) right.add(key)
    for await (const key of level.keys(under(prefix))) {
      if (right.has(key)) continue
      await level.batch([{ type: 'del', key }])
      mended++
    }
  }
  return mended
}
