import { once } from 'node:events'
import { mkdir, mkdtemp, rm } from 'node:fs/promises'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DeleteCommand, PutCommand, QueryCommand, UpdateCommand } from '@aws-sdk/lib-dynamodb'
import { describe, expect, it, onTestFinished, vi } from 'vitest'
import { openTable, type Table } from '../../../functions/aws/table.ts'
import { noteCleanEnd, takeCleanEnd } from '../../../local/embedded/clean-end.ts'
import { openTableDatabase } from '../../../local/embedded/table-database.ts'
import { describeTable, mendIndexes } from '../../../local/embedded/table-indexes.ts'
import { TABLE } from '../../../shared/table.ts'
import { CREDENTIALS } from '../../contracts/embedded-table.ts'

const NAME = 'nianbao'

const newFolder = async () => {
  const folder = await mkdtemp(join(tmpdir(), 'nianbao-table-'))
  onTestFinished(() => rm(folder, { recursive: true, force: true }))
  return folder
}

/** A database on a folder with a client of the real SDK, and what it heard of faults. */
const open = async (folder: string) => {
  const faults: unknown[] = []
  const { store, server } = await openTableDatabase(folder, (fault) => faults.push(fault))
  const { table: described } = await describeTable(store, NAME)
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo
  const table = openTable(NAME, { endpoints: { dynamodb: `http://127.0.0.1:${port}` }, credentials: CREDENTIALS, region: 'cn-north-1' })
  let closed = false
  const close = async () => {
    if (closed) return
    closed = true
    table.client.destroy()
    await new Promise((resolve) => server.close(resolve))
  }
  onTestFinished(close)
  return { store, table, described, faults, close }
}

const item = (id: string, more: object = {}) => ({
  pk: `submission#${id}`,
  sk: 'submission',
  status: 'passed',
  since: `2025-0${id}`,
  ...more,
})
const put = ({ client, TableName }: Table, Item: object) => client.send(new PutCommand({ TableName, Item }))

const inStatus = async ({ client, TableName }: Table, status: string) => {
  const query = { IndexName: 'byStatus', KeyConditionExpression: '#status = :status', ExpressionAttributeNames: { '#status': 'status' } }
  const { Items = [] } = await client.send(new QueryCommand({ TableName, ...query, ExpressionAttributeValues: { ':status': status } }))
  return Items.map(({ pk, note }) => [pk, note].join(' ').trim())
}

describe('the embedded table', () => {
  it('writes an item and its entries in the indexes by one write, and has each lie on the disk', async () => {
    const level = Object.getPrototypeOf((await open(await newFolder())).store.db) as DynaliteLevel
    const writes = vi.spyOn(level, '_batch')
    onTestFinished(() => writes.mockRestore())
    const { table } = await open(await newFolder())
    writes.mockClear()
    await put(table, item('1', { agencyYear: 'a#2024', id: '1' }))
    await table.client.send(
      new UpdateCommand({
        TableName: NAME,
        Key: { pk: 'submission#1', sk: 'submission' },
        UpdateExpression: 'SET #s = :s',
        ExpressionAttributeNames: { '#s': 'status' },
        ExpressionAttributeValues: { ':s': 'approved' },
      }),
    )
    expect([await inStatus(table, 'passed'), await inStatus(table, 'approved')]).toEqual([[], ['submission#1']])
    await table.client.send(new DeleteCommand({ TableName: NAME, Key: { pk: 'submission#1', sk: 'submission' } }))
    expect(await inStatus(table, 'approved')).toEqual([])
    // Item and two entries; item, its entry of both and the one that it leaves; item and two entries again.
    expect(writes.mock.calls.map(([all, options]) => [(all as unknown[]).length, options])).toEqual(
      [3, 4, 3].map((count) => [count, expect.objectContaining({ sync: true })]),
    )
  })

  it('says so when a write fails, answers it with 500, and takes the next when the disk takes it', async () => {
    const { store, table, faults } = await open(await newFolder())
    const batch = store.db._batch.bind(store.db)
    let full = true
    store.db._batch = async (writes, options) => {
      if (full) throw new Error('IO error: 000003.log: No space left on device')
      return batch(writes, options)
    }
    await expect(put(table, item('1'))).rejects.toMatchObject({ name: 'InternalServerError' })
    expect(String(faults[0])).toContain('No space left')
    full = false
    await put(table, item('2'))
    expect(await inStatus(table, 'passed')).toEqual(['submission#2'])
  })
})

describe('indexes held against the items', () => {
  it('are mended: entries that are missing, old or of no item', async () => {
    const folder = await newFolder()
    const first = await open(folder)
    for (const id of ['1', '2', '3']) await put(first.table, item(id))
    expect(await mendIndexes(first.store, first.described)).toBe(0)

    // As a kill left them in an earlier build, which wrote entries and item one after the other.
    const { db: level } = first.store
    const entries = async () => {
      const keys: string[] = []
      for await (const key of level.keys({ gte: 'index-', lt: 'index.' })) keys.push(key)
      return keys
    }
    const [one = '', two = ''] = await entries()
    const stale = {
      pk: { S: 'submission#2' },
      sk: { S: 'submission' },
      status: { S: 'passed' },
      since: { S: '2025-02' },
      note: { S: 'old' },
    }
    await level.batch([
      { type: 'del', key: one },
      { type: 'put', key: two, value: stale },
      { type: 'put', key: `${two}f`, value: stale },
    ])
    expect(await inStatus(first.table, 'passed')).toEqual(['submission#2 old', 'submission#2 old', 'submission#3'])
    await first.close()

    const second = await open(folder)
    expect(await mendIndexes(second.store, second.described)).toBe(3)
    expect(await inStatus(second.table, 'passed')).toEqual(['submission#1', 'submission#2', 'submission#3'])
    expect(await mendIndexes(second.store, second.described)).toBe(0)
  })

  it('are made for a table of a build that had fewer, and taken away where this build has them no longer', async () => {
    const folder = await newFolder()
    const first = await open(folder)
    await put(first.table, item('1', { owed: 'submission', due: '2025-01-01' }))
    const { db: level } = first.store
    const indexes = first.described.GlobalSecondaryIndexes ?? []
    const older = { ...first.described, GlobalSecondaryIndexes: [...indexes.slice(0, 1), { ...indexes[0], IndexName: 'byWhim' }] }
    const removed: LevelWrite[] = []
    for await (const key of level.keys({ gte: 'index-', lt: 'index.' })) removed.push({ type: 'del', key })
    await level.batch([
      ...removed,
      { type: 'put', key: `table~${NAME}`, value: older },
      { type: 'put', key: `index-global~${NAME}~byWhim~ab`, value: {} },
    ])
    await first.close()

    const second = await open(folder)
    expect(second.described.GlobalSecondaryIndexes?.map(({ IndexName }) => IndexName)).toEqual(TABLE.indexes.map(({ name }) => name))
    expect(await mendIndexes(second.store, second.described)).toBe(2)
    expect(await inStatus(second.table, 'passed')).toEqual(['submission#1'])
    for await (const key of second.store.db.keys({ gte: 'index-', lt: 'index.' })) expect(key).not.toContain('byWhim')
  })
})

it('the note of a clean end holds once, and not for a table that was opened since', async () => {
  const folder = join(await newFolder(), 'table')
  await mkdir(folder)
  expect(await takeCleanEnd(folder)).toBe(false)
  await (await open(folder)).close()
  await noteCleanEnd(folder)
  expect([await takeCleanEnd(folder), await takeCleanEnd(folder)]).toEqual([true, false])
  await noteCleanEnd(folder)
  await (await open(folder)).close() // by a build that knows of no note
  expect(await takeCleanEnd(folder)).toBe(false)
})
