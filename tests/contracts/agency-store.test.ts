import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { agencyStore } from '../../functions/aws/agency-store.ts'
import type { AgencyStore } from '../../shared/ports/store.ts'
import { memoryAgencies } from '../fakes/memory-stores.ts'
import { startTable } from './embedded-table.ts'

const adapters: [string, () => Promise<{ store: AgencyStore; close(): Promise<void> }>][] = [
  ['memory', async () => ({ store: memoryAgencies(), close: async () => {} })],
  [
    'DynamoDB',
    async () => {
      const { table, close } = await startTable()
      return { store: agencyStore(table), close }
    },
  ],
]

const agency = (id: string, ...mail: string[]) => ({ id, name: `${id}局`, aliases: [], mail })

describe.each(adapters)('agency store: %s', (_name, start) => {
  let store: AgencyStore
  let close: () => Promise<void>
  beforeAll(async () => {
    const started = await start()
    store = started.store
    close = started.close
  })
  afterAll(() => close())

  it('gives back what was saved, names, aliases and addresses', async () => {
    const minzheng = { id: 'minzheng', name: '青泽市民政局', aliases: ['市民政局'], mail: ['a@example.cn', 'b@example.cn'] }
    await store.save(minzheng)
    expect(await store.load('minzheng')).toEqual(minzheng)
    expect(await store.load('nobody')).toBeUndefined()
  })

  it('marks addresses that mail does not arrive at, each once, until the agency is saved without them', async () => {
    await store.save(agency('marked', 'a@example.cn', 'b@example.cn'))
    const at = '2025-01-15T08:00:00.000Z'
    const bounce = { address: 'a@example.cn', kind: 'bounce', at } as const
    const marks = await Promise.all([
      store.markMail('marked', [bounce]),
      store.markMail('marked', [{ ...bounce, address: 'b@example.cn' }]),
    ])
    expect(marks).toEqual([true, true])
    expect((await store.load('marked'))?.mailFaults?.map(({ address }) => address).toSorted()).toEqual(['a@example.cn', 'b@example.cn'])
    expect(await store.markMail('marked', [bounce])).toBe(false)
    expect(await store.markMail('marked', [{ ...bounce, address: 'other@example.cn' }])).toBe(false)
    expect(await store.markMail('nobody-at-all', [bounce])).toBe(false)
    await store.save(agency('marked', 'a@example.cn', 'c@example.cn'))
    expect(await store.load('marked')).toEqual({ ...agency('marked', 'a@example.cn', 'c@example.cn'), mailFaults: [bounce] })
    await store.save(agency('marked', 'c@example.cn'))
    await store.save(agency('marked', 'a@example.cn'))
    expect(await store.load('marked')).toEqual(agency('marked', 'a@example.cn'))
  })

  it('loses no mark that is made while the agency is saved', async () => {
    const addresses = Array.from({ length: 4 }, (_, index) => `${index}@example.cn`)
    const at = '2025-01-15T08:00:00.000Z'
    await store.save(agency('busy', ...addresses))
    for (const address of addresses)
      await Promise.all([store.markMail('busy', [{ address, kind: 'bounce', at }]), store.save(agency('busy', ...addresses))])
    expect((await store.load('busy'))?.mailFaults?.map(({ address }) => address)).toEqual(addresses)
  })

  it('replaces what was saved before, and lists by id', async () => {
    await store.save(agency('z'))
    await store.save(agency('a', 'old@example.cn'))
    await store.save(agency('a', 'new@example.cn'))
    expect((await store.list()).map(({ id }) => id)).toEqual(['a', 'busy', 'marked', 'minzheng', 'z'])
    expect((await store.load('a'))?.mail).toEqual(['new@example.cn'])
  })

  it('names those that report to an agency, by id, as they are called and placed by now', async () => {
    for (const id of ['s2', 's1', 's3']) await store.save({ ...agency(id), parent: 'city' })
    await store.save({ ...agency('s1'), name: '新名局', parent: 'city' })
    await store.save({ ...agency('s2'), parent: 'county' })
    await store.save(agency('s3'))
    expect(await store.subordinatesOf('city')).toEqual([{ id: 's1', name: '新名局' }])
    expect(await store.subordinatesOf('county')).toEqual([{ id: 's2', name: 's2局' }])
    expect(await store.subordinatesOf('s1')).toEqual([])
  })
})
