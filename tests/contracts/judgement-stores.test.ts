import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { deadlineStore } from '../../functions/aws/deadline-store.ts'
import { explanationStore } from '../../functions/aws/explanation-store.ts'
import { waiverStore } from '../../functions/aws/waiver-store.ts'
import type { ExplanationStore, WaiverStore } from '../../shared/ports/judgement-stores.ts'
import type { DeadlineStore } from '../../shared/ports/office-stores.ts'
import { memoryExplanations, memoryWaivers } from '../fakes/memory-judgements.ts'
import { memoryDeadlines } from '../fakes/memory-office.ts'
import { startTable } from './embedded-table.ts'

type Stores = {
  readonly explanations: ExplanationStore
  readonly waivers: WaiverStore
  readonly deadlines: DeadlineStore
  close(): Promise<void>
}

const adapters: [string, () => Promise<Stores>][] = [
  [
    'memory',
    async () => ({ explanations: memoryExplanations(), waivers: memoryWaivers(), deadlines: memoryDeadlines(), close: async () => {} }),
  ],
  [
    'DynamoDB',
    async () => {
      const { table, close } = await startTable()
      return { explanations: explanationStore(table), waivers: waiverStore(table), deadlines: deadlineStore(table), close }
    },
  ],
]

const at = '2025-01-15T08:00:00.000Z'
const explanation = (key: string, text = '当年机构合并') => ({ key, text, by: 'zhang-san', at })
const waiver = (agencyId: string, rule: string, place: string, reason = '历史数据无法补正') => ({
  agencyId,
  rule,
  place,
  reason,
  expires: '2025-12-31',
  grantedBy: 'li-si',
  grantedAt: at,
})

describe.each(adapters)('%s', (_name, start) => {
  let stores: Stores
  beforeAll(async () => {
    stores = await start()
  })
  afterAll(() => stores.close())

  it('keeps the explanations of an agency and year, the last of each key', async () => {
    const { explanations } = stores
    await explanations.put('minzheng', 2024, explanation('fee-unit 2/0/9 b'))
    await explanations.put('minzheng', 2024, explanation('fee-unit 2/0/9 a', '旧'))
    await explanations.put('minzheng', 2024, explanation('fee-unit 2/0/9 a', '新'))
    await explanations.put('minzheng', 2023, explanation('of another year'))
    await explanations.put('shuili', 2024, explanation('of another agency'))
    expect(await explanations.ofAgencyAndYear('minzheng', 2024)).toEqual([
      explanation('fee-unit 2/0/9 a', '新'),
      explanation('fee-unit 2/0/9 b'),
    ])
    expect(await explanations.ofAgencyAndYear('minzheng', 2022)).toEqual([])
  })

  it('keeps the waivers of an agency, the last of each rule and place', async () => {
    const { waivers } = stores
    await waivers.put(waiver('minzheng', 'table4-total', '4/0/4'))
    await waivers.put(waiver('minzheng', 'table3-balance', '3/0/0', '旧'))
    await waivers.put(waiver('minzheng', 'table3-balance', '3/0/0', '新'))
    await waivers.put(waiver('shuili', 'table3-balance', '3/0/0'))
    expect(await waivers.ofAgency('minzheng')).toEqual([
      waiver('minzheng', 'table3-balance', '3/0/0', '新'),
      waiver('minzheng', 'table4-total', '4/0/4'),
    ])
    expect(await waivers.ofAgency('nobody')).toEqual([])
  })

  it('keeps who took a waiver back, once, and not one that was granted anew since', async () => {
    const { waivers } = stores
    const [old, anew] = [
      waiver('jiaoyu', 'table3-balance', '3/0/0'),
      { ...waiver('jiaoyu', 'table3-balance', '3/0/0'), grantedAt: '2025-01-16T08:00:00.000Z' },
    ]
    await waivers.put(old)
    const takenBack = { by: 'zhao-liu', at: '2025-01-17T08:00:00.000Z' }
    expect(await waivers.takeBack(old, takenBack)).toBe(true)
    expect(await waivers.takeBack(old, { by: 'another', at: takenBack.at })).toBe(false)
    expect(await waivers.ofAgency('jiaoyu')).toEqual([{ ...old, takenBack }])
    await waivers.put(anew)
    expect(await waivers.takeBack(old, takenBack)).toBe(false)
    expect(await waivers.ofAgency('jiaoyu')).toEqual([anew])
    expect(await waivers.takeBack(waiver('jiaoyu', 'table4-total', '4/0/4'), takenBack)).toBe(false)
  })

  it('keeps the last days of a year, and lets no change be lost that was made meanwhile', async () => {
    const { deadlines } = stores
    const first = { year: 2024, governments: '2025-03-31', departments: '2025-02-10', setBy: 'li-si', setAt: at }
    const second = { ...first, departments: '2025-02-20', setAt: '2025-01-16T08:00:00.000Z' }
    expect(await deadlines.load(2024)).toBeUndefined()
    expect(await deadlines.put(first, undefined)).toBe(true)
    expect(await deadlines.put(second, undefined)).toBe(false)
    expect(await deadlines.put(second, first)).toBe(true)
    expect(await deadlines.put({ ...first, setAt: '2025-01-17T08:00:00.000Z' }, first)).toBe(false)
    expect(await deadlines.load(2024)).toEqual(second)
    expect(await deadlines.load(2023)).toBeUndefined()
  })
})
