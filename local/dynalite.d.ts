/** As an item and its attributes are sent: `{ pk: { S: 'agencies' } }`. */
type DynaliteItem = { readonly [attribute: string]: Readonly<Record<string, unknown>> }

type DynaliteKeys = readonly { readonly AttributeName: string; readonly KeyType: string }[]
type DynaliteIndex = {
  readonly IndexName: string
  readonly KeySchema: DynaliteKeys
  readonly Projection: { readonly ProjectionType: string; readonly NonKeyAttributes?: readonly string[] }
}

/** What dynalite notes of a table, as far as we look at it. */
type DynaliteTable = {
  readonly TableName: string
  readonly TableStatus?: string
  readonly KeySchema: DynaliteKeys
  readonly AttributeDefinitions: readonly { readonly AttributeName: string; readonly AttributeType: string }[]
  readonly GlobalSecondaryIndexes?: readonly DynaliteIndex[]
}

type DynaliteCallback = (error?: unknown) => void
type LevelWrite = { readonly type: 'put'; readonly key: string; readonly value: unknown } | { readonly type: 'del'; readonly key: string }
type LevelRange = { readonly gte: string; readonly lt: string; readonly valueEncoding?: 'utf8' }

/** The LevelDB that it keeps all in; keys are text, values JSON. */
type DynaliteLevel = {
  readonly status: string
  open(): Promise<void>
  close: { _original(): Promise<void> }
  get(key: string): Promise<unknown>
  getMany(keys: readonly string[], options?: { readonly valueEncoding: 'utf8' }): Promise<readonly (string | undefined)[]>
  batch(writes: readonly LevelWrite[]): Promise<void>
  iterator(range: LevelRange): AsyncIterable<[key: string, value: string]>
  keys(range: LevelRange): AsyncIterable<string>
  _put(key: unknown, value: unknown, options: object): Promise<void>
  _del(key: unknown, options: object): Promise<void>
  _batch(writes: unknown, options: object): Promise<void>
}

type DynaliteItems = {
  put(key: string, item: DynaliteItem, done: DynaliteCallback): void
  del(key: string, done: DynaliteCallback): void
}

type DynaliteStore = { readonly db: DynaliteLevel; getItemDb(table: string): DynaliteItems }

declare module 'dynalite' {
  import type { Server } from 'node:http'

  /** An embedded DynamoDB; in memory unless `path` names a folder. */
  const dynalite: (options?: { readonly path?: string; readonly createTableMs?: number }) => Server
  export default dynalite
}

/** What dynalite's actions stand on. They call these by the module's object, so that whoever replaces one is called instead. */
declare module 'dynalite/db/index.js' {
  const db: {
    create(options: { readonly path?: string }): DynaliteStore
    createKey(item: DynaliteItem, table: DynaliteTable): string
    updateIndexes(
      store: DynaliteStore,
      table: DynaliteTable,
      before: DynaliteItem | undefined,
      after: DynaliteItem | null,
      done: DynaliteCallback,
    ): void
    getIndexActions(
      indexes: readonly DynaliteIndex[],
      before: DynaliteItem | undefined | null,
      after: DynaliteItem | null,
      table: DynaliteTable,
    ): {
      readonly puts: readonly { readonly index: string; readonly key: string; readonly item: DynaliteItem }[]
      readonly deletes: readonly { readonly index: string; readonly key: string }[]
    }
  }
  export default db
}
