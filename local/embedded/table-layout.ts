import db from 'dynalite/db/index.js'

/** Where dynalite keeps things in its LevelDB: each kind under a prefix of its own. */
export const TABLES = 'table~'
export const ITEMS = (table: string): string => `item-${table}~`
export const ENTRIES = (table: string, index: string): string => `index-global~${table}~${index}~`

/** Every key under a prefix: keys are hexadecimal, of letters before this one. */
export const under = (prefix: string): { readonly gte: string; readonly lt: string } => ({ gte: prefix, lt: `${prefix}~` })

/** The changes of the indexes that belong to a change of an item, from `before` to `after`; null for no item. */
export const indexWrites = (table: DynaliteTable, before: DynaliteItem | null, after: DynaliteItem | null): LevelWrite[] => {
  const { puts, deletes } = db.getIndexActions(table.GlobalSecondaryIndexes ?? [], before, after, table)
  return [
    ...deletes.map(({ index, key }) => ({ type: 'del' as const, key: ENTRIES(table.TableName, index) + key })),
    ...puts.map(({ index, key, item }) => ({ type: 'put' as const, key: ENTRIES(table.TableName, index) + key, value: item })),
  ]
}
