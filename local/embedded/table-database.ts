import type { Server } from 'node:http'
import dynalite from 'dynalite'
import db from 'dynalite/db/index.js'
import { ITEMS, indexWrites } from './table-layout.ts'

export type TableDatabase = { readonly store: DynaliteStore; readonly server: Server }

/** What the client is told of a disk that takes nothing: it asks again, as it does in the cloud. */
const unavailable = (cause: unknown): Error =>
  Object.assign(new Error('the table cannot be written', { cause }), {
    statusCode: 500,
    body: { __type: 'com.amazonaws.dynamodb.v20120810#InternalServerError', message: 'The table cannot be read or written.' },
  })

/** Index entries of the writes that are under way, by store and by the item's key. */
const underWay = new WeakMap<DynaliteStore, Map<string, readonly LevelWrite[]>>()

const writeIndexes = db.updateIndexes
/** dynalite writes an item's entries in the indexes, then the item: here they wait, and go in one write with it. */
db.updateIndexes = (store, table, before, after, done) => {
  const waiting = underWay.get(store)
  const item = after ?? before
  if (waiting === undefined || item === undefined) return writeIndexes(store, table, before, after, done)
  waiting.set(ITEMS(table.TableName) + db.createKey(item, table), indexWrites(table, before ?? null, after))
  done()
}

/** Has every write lie on the disk before it is answered. */
const flushing = (level: DynaliteLevel): void => {
  const [put, del, batch] = [level._put.bind(level), level._del.bind(level), level._batch.bind(level)]
  level._put = (key, value, options) => put(key, value, { ...options, sync: true })
  level._del = (key, options) => del(key, { ...options, sync: true })
  level._batch = (writes, options) => batch(writes, { ...options, sync: true })
}

const REOPEN_AFTER_MILLISECONDS = 1_000

/** LevelDB takes no write after one that failed, as on a full disk, until it is opened anew: with the next write, but not at once. */
const reopening = (level: DynaliteLevel, onFault: (error: unknown) => void) => {
  let failedAt: number | undefined
  let opening: Promise<void> | undefined
  const reopen = async () => {
    failedAt = Date.now()
    await level.close._original()
    await level.open()
    failedAt = undefined
  }
  return async (writes: readonly LevelWrite[]): Promise<void> => {
    try {
      if (failedAt !== undefined && Date.now() - failedAt > REOPEN_AFTER_MILLISECONDS) {
        opening ??= reopen().finally(() => {
          opening = undefined
        })
      }
      await opening
      await level.batch(writes)
    } catch (error) {
      failedAt ??= Date.now()
      onFault(error)
      throw unavailable(error)
    }
  }
}

/**
 * dynalite on a folder, made to lose nothing: each write is flushed, and an item goes in one write with its entries in the indexes. Of a
 * write that fails `onFault` hears, and the client is answered 500.
 */
export const openTableDatabase = async (path: string, onFault: (error: unknown) => void = () => {}): Promise<TableDatabase> => {
  const create = db.create
  const made: DynaliteStore[] = []
  db.create = (options) => {
    const store = create(options)
    made.push(store)
    return store
  }
  const server = ((): Server => {
    try {
      return dynalite({ path, createTableMs: 0 })
    } finally {
      db.create = create
    }
  })()
  const [store] = made
  if (store === undefined) throw new Error('dynalite made no store')
  await store.db.open()
  flushing(store.db)
  const waiting = new Map<string, readonly LevelWrite[]>()
  underWay.set(store, waiting)
  const write = reopening(store.db, onFault)

  const getItemDb = store.getItemDb
  const whole = new WeakSet<DynaliteItems>()
  store.getItemDb = (table) => {
    const items = getItemDb(table)
    if (whole.has(items)) return items
    whole.add(items)
    const together = (key: string, last: LevelWrite, done: DynaliteCallback) => {
      const first = waiting.get(key) ?? []
      waiting.delete(key)
      write([...first, last]).then(() => done(), done)
    }
    items.put = (key, value, done) => together(ITEMS(table) + key, { type: 'put', key: ITEMS(table) + key, value }, done)
    items.del = (key, done) => together(ITEMS(table) + key, { type: 'del', key: ITEMS(table) + key }, done)
    return items
  }
  return { store, server }
}
