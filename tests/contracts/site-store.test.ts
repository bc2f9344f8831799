import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { siteStore } from '../../functions/aws/site-store.ts'
import type { SiteStore } from '../../shared/ports/site-stores.ts'
import type { ListedAgency } from '../../shared/publication/listed-agency.ts'
import { memorySite } from '../fakes/memory-site.ts'
import { startTable } from './embedded-table.ts'

const adapters: [string, () => Promise<{ store: SiteStore; close(): Promise<void> }>][] = [
  ['memory', async () => ({ store: memorySite(), close: async () => {} })],
  [
    'DynamoDB',
    async () => {
      const { table, close } = await startTable()
      return { store: siteStore(table), close }
    },
  ],
]

const agency = (agencyId: string): ListedAgency => ({ agencyId, agencyName: `${agencyId}局`, years: [2024, 2023], count: 1, written: {} })

describe.each(adapters)('site store: %s', (_name, start) => {
  let store: SiteStore
  let close: () => Promise<void>
  beforeAll(async () => {
    const started = await start()
    store = started.store
    close = started.close
  })
  afterAll(() => close())

  const minute = (number: number): string => new Date(Date.UTC(2025, 0, 20, 2, number)).toISOString()
  const begin = (run: string, at: number) => store.begin(run, minute(at), minute(at + 5))

  it('lets one write the lists at a time', async () => {
    const begun = await Promise.all(['a', 'b', 'c'].map((run) => begin(run, 0)))
    expect(begun.filter((each) => each !== undefined)).toEqual(['begun'])
    await store.end('another', 'done')
    expect(await begin('d', 4)).toBeUndefined()
    await store.end(['a', 'b', 'c'][begun.indexOf('begun')] ?? '', 'done')
    expect(await begin('d', 4)).toBe('begun')
  })

  it('tells that the one before broke off, whether it said so or was never heard of again', async () => {
    await store.end('d', 'broken')
    expect(await begin('e', 5)).toBe('broken')
    expect(await begin('f', 9)).toBeUndefined()
    expect(await begin('f', 11)).toBe('broken')
    await store.end('e', 'done')
    expect(await begin('g', 12)).toBeUndefined()
    await store.end('f', 'done')
    expect(await begin('g', 12)).toBe('begun')
  })

  it('keeps the parts of a list, and of that list alone', async () => {
    const part = { number: 1, from: '', shows: { count: 2, first: '甲局', last: '乙局' }, written: { '/years/2024/index.html': 'abc' } }
    await store.savePart('years/2024', { number: 2, from: 'm', written: {} })
    await store.savePart('years/2024', part)
    await store.savePart('years/2023', { number: 1, from: '', written: {} })
    expect(await store.parts('years/2024')).toEqual([part, { number: 2, from: 'm', written: {} }])
    expect(await store.parts('agencies')).toEqual([])
  })

  it('keeps the agencies, and finds those of a range in order', async () => {
    await Promise.all(['c', 'a', 'e', 'b', 'd'].map((id) => store.saveAgency(agency(id))))
    const ids = async (range?: { from: string; before?: string }) => (await store.agencies(range)).map(({ agencyId }) => agencyId)
    expect(await ids()).toEqual(['a', 'b', 'c', 'd', 'e'])
    expect(await ids({ from: 'b', before: 'e' })).toEqual(['b', 'c', 'd'])
    expect(await store.agency('a')).toEqual(agency('a'))
    expect(await store.agency('z')).toBeUndefined()
  })
})
