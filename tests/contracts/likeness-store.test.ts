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
const signature = (agencyId: string, year: number, version = 1, words = text): StoredSignature => ({
  agencyId,
  agencyName: `${agencyId}局`,
  year,
  version,
  submissionId: `${agencyId}-${year}-${version}`,
  signature: signatureOf({ sections: [{ number: 1, title: '总体情况', paragraphs: [words] }] }),
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

  it('gives back the fingerprints of a year by agency, every hash as it was', async () => {
    for (const each of [signature('b', 2024), signature('a', 2024), signature('a', 2023)]) expect(await store.put(each)).toBe(true)
    expect(await store.ofYear(2024)).toEqual([signature('a', 2024), signature('b', 2024)])
    expect(await store.ofYear(2022)).toEqual([])
  })

  it('keeps one for an agency and year: never an earlier version instead of a later', async () => {
    expect(await store.put(signature('c', 2021, 2))).toBe(true)
    expect(await store.put(signature('c', 2021, 1, '别的文字'))).toBe(false)
    expect(await store.put(signature('c', 2021, 2, '又一段文字'))).toBe(true)
    expect(await store.ofYear(2021)).toEqual([signature('c', 2021, 2, '又一段文字')])
  })
})
