import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { publicationStore } from '../../functions/aws/publication-store.ts'
import type { PublicationStore } from '../../shared/ports/store.ts'
import type { Publication } from '../../shared/submission/submission.ts'
import { memoryPublications } from '../fakes/memory-stores.ts'
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

  it('lists by year, then agency, every one that was put', async () => {
    await Promise.all([publication('b', 2024), publication('a', 2024), publication('b', 2023)].map((one) => store.put(one)))
    expect((await store.list()).map(({ year, agencyId }) => `${year} ${agencyId}`)).toEqual(['2023 b', '2024 a', '2024 b'])
    expect(await store.load('a', 2024)).toEqual(publication('a', 2024))
    expect(await store.load('a', 2023)).toBeUndefined()
  })

  it('never lets an earlier version replace a later one', async () => {
    expect(await store.put(publication('a', 2024, 3))).toBe(true)
    expect(await store.put(publication('a', 2024, 2))).toBe(false)
    expect(await store.put(publication('a', 2024, 3))).toBe(true)
    expect((await store.load('a', 2024))?.version).toBe(3)
  })

  it('takes away the entry of the submission that is meant, and no other', async () => {
    await store.put(publication('gone', 2024, 2))
    await store.remove(publication('gone', 2024, 1))
    expect((await store.load('gone', 2024))?.version).toBe(2)
    await store.remove(publication('gone', 2024, 2))
    await store.remove(publication('gone', 2024, 2))
    expect(await store.load('gone', 2024)).toBeUndefined()
  })
})
