import { beforeEach, describe, expect, it } from 'vitest'
import { createHandler as createIndexSite } from '../../functions/index-site/handler.ts'
import { createHandler as createPublishReport } from '../../functions/publish-report/handler.ts'
import { createHandler } from '../../functions/rebuild-site/handler.ts'
import { assessments, reports } from '../../functions/stored/results.ts'
import { readFile } from '../../shared/readers/read-file.ts'
import { recogniseReport } from '../../shared/report/recognise-report.ts'
import type { Submission } from '../../shared/submission/submission.ts'
import { assessmentOf } from '../assessment/assessment-of.ts'
import type { FakePorts } from '../fakes/fake-ports.ts'
import { memoryFiles } from '../fakes/memory-files.ts'
import { deliver, invoke } from './invoke.ts'
import { place, SHUILI, soundFile, startTown, statusOf } from './town.ts'

let ports: FakePorts
beforeEach(async () => {
  ports = await startTown()
})

const publish = async (id: string, changes: Partial<Submission> = {}) => {
  await place(ports, id, 'approved', changes)
  const reading = await readFile(soundFile(), ports.readTools)
  if ('unreadable' in reading) throw new Error('the sample cannot be read')
  await reports.write(ports.uploads, id, recogniseReport(reading))
  await assessments.write(ports.uploads, id, assessmentOf([]))
  await send(id)
}
const send = async (id: string) => {
  ports.passMinutes(90)
  expect(await deliver(createPublishReport(ports), { submission: id })).toEqual([])
  expect(await deliver(createIndexSite(ports), { submission: id })).toEqual([])
}
const withdraw = async (id: string, from: 'published' | 'superseded') => {
  await ports.submissions.advance(id, from, 'withdrawn', { at: ports.clock.now().toISOString(), by: 'li-si', note: `${id}有误` })
  await send(id)
}
const everything = async (site = ports.site): Promise<Record<string, string>> =>
  Object.fromEntries(
    await Promise.all((await site.list('')).map(async (key) => [key, new TextDecoder().decode(await site.read(key))] as const)),
  )
const rebuilt = async (order: object) => {
  const elsewhere = { ...ports, site: memoryFiles() }
  return { answer: await invoke(createHandler(elsewhere), order), files: await everything(elsewhere.site) }
}

describe('rebuild-site', () => {
  it('makes the same bytes that were published, superseded and withdrawn one by one', async () => {
    await publish('s1')
    await publish('s2')
    await publish('y1', { year: 2023 })
    const water = { agencyId: SHUILI.id, agencyName: SHUILI.name }
    await publish('w1', water)
    await publish('w2', water)
    await publish('w3', { ...water, year: 2022 })
    await withdraw('s1', 'superseded')
    await withdraw('w2', 'published')
    await withdraw('w1', 'superseded')
    await withdraw('w3', 'published')
    expect(await Promise.all(['s1', 's2', 'w1', 'w2', 'w3'].map((id) => statusOf(ports, id)))).toEqual([
      'withdrawn',
      'published',
      'withdrawn',
      'withdrawn',
      'withdrawn',
    ])
    const { answer, files } = await rebuilt({})
    expect(answer).toEqual({ agencyYears: 4 })
    expect(files).toEqual(await everything())
    expect(Object.keys(files).length).toBeGreaterThan(30)
  })

  it('makes those of one year, and the lists above them', async () => {
    await publish('s1')
    await publish('y1', { year: 2023 })
    const { files } = await rebuilt({ year: 2023 })
    const all = await everything()
    for (const [key, content] of Object.entries(files)) expect(content, key).toBe(all[key])
    expect(Object.keys(files).filter((key) => key.startsWith('minzheng/2024'))).toEqual([])
    expect(Object.keys(files)).toEqual(expect.arrayContaining(['minzheng/2023/v1/index.html', 'years/2023/index.html', 'index.html']))
  })

  it('mends what was lost or spoilt in the bucket, which publishing would not notice', async () => {
    await publish('s1')
    const before = await everything()
    for (const key of Object.keys(before)) await ports.site.write(key, 'spoilt', 'text/plain')
    await invoke(createHandler(ports), {})
    expect(await everything()).toEqual(before)
  })

  it('refuses an order that it does not understand', async () => {
    await expect(invoke(createHandler(ports), { yaer: 2023 })).rejects.toThrow('yaer')
  })
})
