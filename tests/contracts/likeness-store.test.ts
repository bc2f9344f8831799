import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { likenessStore } from '../../functions/aws/likeness-store.ts'
import type { LikenessStore } from '../../shared/ports/store.ts'
import { type StoredSignature, signatureOf } from '../../shared/submission/likeness.ts'
import { memoryLikeness } from '../fakes/memory-stores.ts'
import { startTable } from './embedded-table.ts'

const adapters: [string, () => Promise<{ store: LikenessStore; close(): Promise<void> }>][] = [
  ['memory', async () => ({ store: memoryLikeness(), close: async () => {} })],
  [
    'DynamoDB',
    async () => {
      const { table, close } = await startTable()
      return { store: likenessStore(table), close }
    },
  ],
]

const text = '本年度围绕河道治理和饮水安全编写政策问答,组织三次开放日活动。'.repeat(20)
/** Letters that come nowhere twice: a run of so many, from the k-th Han character on. */
const letters = (from: number, count = 300) =>
  Array.from({ length: count }, (_, index) => String.fromCodePoint(0x4e00 + from + index)).join('')
const signature = (agencyId: string, year: number, version = 1, words = text): StoredSignature => ({
  agencyId,
  agencyName: `${agencyId}局`,
  year,
  version,
  submissionId: `${agencyId}-${year}-${version}`,
  signature: signatureOf({ sections: [{ number: 1, title: '总体情况', paragraphs: [words] }] }),
  tables: { two: [1, null, 296.717], three: [[0, 1], [null]], four: null },
})

describe.each(adapters)('likeness store: %s', (_name, start) => {
  let store: LikenessStore
  let close: () => Promise<void>
  beforeAll(async () => {
    const started = await start()
    store = started.store
    close = started.close
  })
  afterAll(() => close())

  const put = async (stored: StoredSignature): Promise<boolean> => store.put(stored, (await store.search(stored)).entry)
  const found = async (own: StoredSignature): Promise<string[]> => (await store.search(own)).others.map(({ agencyId }) => agencyId)

  it('gives back the fingerprints of a year by agency, every hash and figure as it was', async () => {
    for (const each of [signature('b', 2024), signature('a', 2024), signature('a', 2023)]) expect(await put(each)).toBe(true)
    expect(await store.ofYear(2024)).toEqual([signature('a', 2024), signature('b', 2024)])
    expect(await store.ofYear(2022)).toEqual([])
    expect(await store.ofAgencies(2024, ['b', 'nobody'])).toEqual([signature('b', 2024)])
    expect(await store.ofAgencies(2024, [])).toEqual([])
  })

  it('keeps one for an agency and year: never an earlier version instead of a later', async () => {
    expect(await put(signature('c', 2021, 2))).toBe(true)
    expect(await put(signature('c', 2021, 1, '别的文字'))).toBe(false)
    expect(await put(signature('c', 2021, 2, '又一段文字'))).toBe(true)
    expect(await store.ofYear(2021)).toEqual([signature('c', 2021, 2, '又一段文字')])
  })

  it('finds those that are alike, of the same year alone, the likest first, and never the agency itself', async () => {
    for (const [id, from] of Object.entries({ near: 150, nearer: 2, own: 0, far: 5000 })) await put(signature(id, 2020, 1, letters(from)))
    await put(signature('year', 2019, 1, letters(0)))
    expect(await found(signature('own', 2020, 2, letters(0)))).toEqual(['nearer', 'near'])
    expect(await found(signature('own', 2020, 2, letters(9000)))).toEqual([])
    expect((await store.search(signature('own', 2020, 2, letters(0)))).others[0]).toEqual(signature('nearer', 2020, 1, letters(2)))
  })

  it('is put twice without harm: nothing is left to be entered', async () => {
    const once = signature('once', 2018, 1, letters(0))
    const { entry } = await store.search(once)
    expect([entry.open.length, entry.crowded]).toEqual([10, []])
    for (const _ of [1, 2]) expect(await store.put(once, entry)).toBe(true)
    expect((await store.search(once)).entry).toEqual({ open: [], crowded: [] })
    expect(await found(signature('other', 2018, 1, letters(0)))).toEqual(['once'])
  })

  it('tells what a later version says, whatever the keys of an earlier one lead to', async () => {
    await put(signature('stale', 2017, 1, letters(0)))
    await put(signature('stale', 2017, 2, letters(5000)))
    expect((await store.search(signature('x', 2017, 1, letters(0)))).others).toEqual([signature('stale', 2017, 2, letters(5000))])
    expect(await found(signature('x', 2017, 1, letters(5000)))).toEqual(['stale'])
  })

  it('skips what more than twenty have, and finds the rest by what fewer have', async () => {
    const phrase = letters(0, 100)
    for (let index = 0; index < 40; index++) await put(signature(`d${index}`, 2016, 1, phrase + letters(200 + 300 * index)))
    const copy = signature('copy', 2016, 1, phrase + letters(200 + 300 * 39))
    const { others, entry } = await store.search(copy)
    expect(others[0]?.agencyId).toBe('d39')
    expect(others.length).toBeLessThanOrEqual(20)
    expect(entry.open).toHaveLength(10)
    expect(await found(signature('y', 2016, 1, phrase + letters(15_000)))).toEqual(expect.not.arrayContaining(['d39']))
  })
})
