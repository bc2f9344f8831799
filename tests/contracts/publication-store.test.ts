import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { publicationStore } from '../../functions/aws/publication-store.ts'
import type { PublicationStore } from '../../shared/ports/site-stores.ts'
import type { Publication } from '../../shared/submission/submission.ts'
import { memoryPublications } from '../fakes/memory-site.ts'
import { startTable } from './embedded-table.ts'

const adapters: [string, () => Promise<{ store: PublicationStore; close(): Promise<void> }>][] = [
  ['memory', async () => ({ store: memoryPublications(), close: async () => {} })],
  [
    'DynamoDB',
    async () => {
      const { table, close } = await startTable()
      return { store: publicationStore(table), close }
    },
  ],
]

const publication = (agencyId: string, year: number, version = 1): Publication => ({
  agencyId,
  agencyName: '青泽市民政局',
  year,
  version,
  submissionId: `${agencyId}-${year}-${version}`,
  title: `青泽市民政局${year}年政府信息公开工作年度报告`,
  page: `/${agencyId}/${year}/v${version}/`,
  publishedAt: '2025-01-20T01:30:00.000Z',
})

describe.each(adapters)('publication store: %s', (_name, start) => {
  let store: PublicationStore
  let close: () => Promise<void>
  beforeAll(async () => {
    const started = await start()
    store = started.store
    close = started.close
  })
  afterAll(() => close())

  const AT = '2025-01-20T01:30:00.000Z'
  const put = (one: Publication, over?: string, at = AT) => store.put(one, { at, over })
  const markOf = async (agencyId: string) => (await store.marked('9', 100)).find((mark) => mark.agencyId === agencyId)
  const settleAll = async () => {
    for (const mark of await store.marked('9', 100)) await store.settle(mark)
  }

  it('lists those of a year by agency, every one that was put, and a range of them', async () => {
    const ids = ['b', 'a', 'd', 'c', 'e']
    await Promise.all([publication('b', 2023), ...ids.map((id) => publication(id, 2024))].map((one) => put(one)))
    const listed = async (range?: { from: string; before?: string }) => (await store.ofYear(2024, range)).map(({ agencyId }) => agencyId)
    expect(await listed()).toEqual(['a', 'b', 'c', 'd', 'e'])
    expect(await listed({ from: '', before: 'c' })).toEqual(['a', 'b'])
    expect(await listed({ from: 'b', before: 'd' })).toEqual(['b', 'c'])
    expect(await listed({ from: 'bb' })).toEqual(['c', 'd', 'e'])
    expect(await store.load('a', 2024)).toEqual(publication('a', 2024))
    expect(await store.load('a', 2023)).toBeUndefined()
  })

  it('never lets an earlier version replace a later one', async () => {
    expect(await put(publication('a', 2024, 3), 'a-2024-1')).toBe(true)
    expect(await put(publication('a', 2024, 2), 'a-2024-3')).toBe(false)
    expect(await put(publication('a', 2024, 3), 'a-2024-3')).toBe(true)
    expect((await store.load('a', 2024))?.version).toBe(3)
  })

  it('marks what was put, oldest first, until the mark is settled', async () => {
    await settleAll()
    await put(publication('m', 2024), undefined, '2025-01-20T02:00:00.000Z')
    await put(publication('l', 2024), undefined, '2025-01-20T03:00:00.000Z')
    const marks = await store.marked('2025-01-20T03:00:00.000Z', 100)
    expect(marks.map(({ agencyId, year }) => `${agencyId} ${year}`)).toEqual(['m 2024', 'l 2024'])
    expect(await store.marked('2025-01-20T02:30:00.000Z', 100)).toHaveLength(1)
    expect(await store.marked('9', 1)).toHaveLength(1)
    await Promise.all(marks.map((mark) => store.settle(mark)))
    expect(await store.marked('9', 100)).toEqual([])
    expect((await store.load('m', 2024))?.version).toBe(1)
  })

  it('keeps a mark that was made anew meanwhile', async () => {
    await put(publication('n', 2024))
    const mark = await markOf('n')
    if (mark === undefined) throw new Error('not marked')
    await put(publication('n', 2024, 2), 'n-2024-1', '2025-01-20T04:00:00.000Z')
    await store.settle(mark)
    expect(await markOf('n')).toMatchObject({ submissionId: 'n-2024-2' })
  })

  it('tells of two that were published at the same time: neither knew of the other', async () => {
    await put(publication('p', 2024, 1))
    expect((await markOf('p'))?.contested).toBeUndefined()
    await put(publication('p', 2024, 2))
    expect(await markOf('p')).toMatchObject({ submissionId: 'p-2024-2', contested: true })
    await settleAll()
    await put(publication('p', 2024, 1))
    expect(await markOf('p')).toMatchObject({ submissionId: 'p-2024-2', contested: true })
    await settleAll()
    await put(publication('p', 2024, 3), 'p-2024-2')
    expect((await markOf('p'))?.contested).toBeUndefined()
  })

  it('takes the entry of the submission that is meant out of public, and no other', async () => {
    await put(publication('gone', 2024, 2))
    await settleAll()
    await store.withdraw(publication('gone', 2024, 1), AT)
    expect((await store.load('gone', 2024))?.version).toBe(2)
    expect(await markOf('gone')).toMatchObject({ contested: true })
    await settleAll()
    await store.withdraw(publication('gone', 2024, 2), AT)
    await store.withdraw(publication('gone', 2024, 2), AT)
    expect(await store.load('gone', 2024)).toBeUndefined()
    expect((await store.ofYear(2024, { from: 'gone' })).map(({ agencyId }) => agencyId)).not.toContain('gone')
    expect(await markOf('gone')).toMatchObject({ withdrawn: true, agencyName: '青泽市民政局' })
    await settleAll()
    expect(await markOf('gone')).toBeUndefined()
    expect(await put(publication('gone', 2024, 3))).toBe(true)
  })

  it('lets another be published where one was withdrawn just now', async () => {
    await put(publication('back', 2024, 1))
    await store.withdraw(publication('back', 2024, 1), AT)
    const mark = await markOf('back')
    expect(await put(publication('back', 2024, 2))).toBe(true)
    if (mark !== undefined) await store.settle(mark)
    expect((await store.load('back', 2024))?.version).toBe(2)
    expect(await markOf('back')).toMatchObject({ submissionId: 'back-2024-2' })
  })
})
