import { beforeEach, describe, expect, it, vi } from 'vitest'
import { createHandler as createIndexSite } from '../../functions/index-site/handler.ts'
import { createHandler } from '../../functions/publish-report/handler.ts'
import { assessments, reports } from '../../functions/stored/results.ts'
import { readFile } from '../../shared/readers/read-file.ts'
import { recogniseReport } from '../../shared/report/recognise-report.ts'
import { isTakenOutOfPublic } from '../../shared/submission/history.ts'
import type { Submission } from '../../shared/submission/submission.ts'
import { assessmentOf } from '../assessment/assessment-of.ts'
import type { FakePorts } from '../fakes/fake-ports.ts'
import { deliver } from './invoke.ts'
import { failOnce, MINZHENG, place, SHUILI, soundFile, startTown, statusOf, YEAR } from './town.ts'

let ports: FakePorts
beforeEach(async () => {
  ports = await startTown()
})

const approved = async (id: string, changes: Partial<Submission> = {}): Promise<void> => {
  await place(ports, id, 'approved', changes)
  const reading = await readFile(soundFile(), ports.readTools)
  if ('unreadable' in reading) throw new Error('the sample cannot be read')
  await reports.write(ports.uploads, id, recogniseReport(reading))
  await assessments.write(ports.uploads, id, assessmentOf([]))
}
const publish = (...ids: string[]) => deliver(createHandler(ports), ...ids.map((submission) => ({ submission })))
/** Publishes, and writes the lists. */
const publishAndList = async (...ids: string[]) => {
  const failed = await publish(...ids)
  await deliver(createIndexSite(ports), { submission: 'any' })
  return failed
}
const page = async (key: string) => new TextDecoder().decode(await ports.site.read(key))
const withdraw = (id: string) => {
  const step = { at: ports.clock.now().toISOString(), by: 'li-si', note: '附表有误' }
  return ports.submissions.advance(id, 'published', 'withdrawn', step)
}
const withdrawSuperseded = (id: string) => {
  const step = { at: ports.clock.now().toISOString(), by: 'li-si', note: '其中有公民的身份证号码' }
  return ports.submissions.advance(id, 'superseded', 'withdrawn', step)
}

describe('publish-report', () => {
  it('writes the version to its own address, marks its entry, and tells index-site and notify-agency', async () => {
    await approved('s1')
    expect(await publish('s1')).toEqual([])
    expect(await ports.publications.marked('9', 10)).toMatchObject([{ agencyId: MINZHENG.id, year: YEAR, submissionId: 's1' }])
    expect(await page('minzheng/2024/v1/index.html')).toContain(MINZHENG.name)
    expect(await ports.site.list('minzheng/2024/v1/')).toEqual(expect.arrayContaining(['minzheng/2024/v1/report.json']))
    for (const index of ['minzheng/index.html', 'minzheng/2024/index.html']) expect(await page(index)).toContain('minzheng')
    expect(await ports.submissions.load('s1')).toMatchObject({ status: 'published', page: '/minzheng/2024/v1/' })
    expect(await ports.publications.load(MINZHENG.id, YEAR)).toMatchObject({ version: 1, submissionId: 's1' })
    expect(ports.queue.told).toEqual(['s1 → index-site', 's1 → notify-agency'])
  })

  it('supersedes the version before, whose page stays', async () => {
    await approved('s1')
    await publish('s1')
    await approved('s2')
    expect(await publish('s2')).toEqual([])
    expect([await statusOf(ports, 's1'), await statusOf(ports, 's2')]).toEqual(['superseded', 'published'])
    expect(await page('minzheng/2024/v1/index.html')).toContain(MINZHENG.name)
    expect(await page('minzheng/2024/index.html')).toContain('v2/')
  })

  it('lets a later version stand when an earlier one is late', async () => {
    await approved('s1')
    await approved('s2')
    expect(await publish('s2', 's1')).toEqual([])
    expect([await statusOf(ports, 's1'), await statusOf(ports, 's2')]).toEqual(['superseded', 'published'])
    expect((await ports.publications.load(MINZHENG.id, YEAR))?.version).toBe(2)
    expect(await page('minzheng/2024/index.html')).toContain('v2/')
    expect(await page('minzheng/2024/v1/index.html')).toContain(MINZHENG.name)
  })

  it('does no harm twice', async () => {
    await approved('s1')
    await publish('s1')
    const first = await page('minzheng/2024/v1/index.html')
    ports.passMinutes(3 * 24 * 60)
    expect(await publish('s1', 's1')).toEqual([])
    expect(await page('minzheng/2024/v1/index.html')).toBe(first)
    expect((await ports.submissions.load('s1'))?.history).toHaveLength(2)
  })

  it('supersedes a late version although the lists do not show it as published yet', async () => {
    await approved('s1')
    await approved('s2')
    await publish('s2')
    const lagging = await ports.lists.ofAgencyAndYear(MINZHENG.id, YEAR)
    ports.lists.ofAgencyAndYear = async () => lagging
    expect(await publish('s1')).toEqual([])
    expect([await statusOf(ports, 's1'), await statusOf(ports, 's2')]).toEqual(['superseded', 'published'])
  })

  it('keeps the day of publication when it broke off before the step', async () => {
    await approved('s1')
    failOnce(ports.submissions, 'advance')
    expect(await publish('s1')).toEqual([0])
    const first = await page('minzheng/2024/v1/index.html')
    ports.passMinutes(3 * 24 * 60)
    expect(await publish('s1')).toEqual([])
    expect(await page('minzheng/2024/v1/index.html')).toBe(first)
  })

  it.each(['load', 'put'] as const)('mends a crash at the publication store: %s', async (method) => {
    await approved('s1')
    failOnce(ports.publications, method)
    expect(await publish('s1')).toEqual([0])
    expect(await statusOf(ports, 's1')).toBe('approved')
    expect(await publish('s1')).toEqual([])
    expect(await statusOf(ports, 's1')).toBe('published')
  })

  it('tells the next again after a crash between the step and the announcement', async () => {
    await approved('s1')
    const { send } = ports.queue
    ports.queue.send = async (id, to) => {
      if (to !== 'notify-agency') return send(id, to)
      ports.queue.send = send
      throw new Error('connection lost')
    }
    expect(await publish('s1')).toEqual([0])
    expect(await publish('s1')).toEqual([])
    expect(ports.queue.told).toEqual(['s1 → index-site', 's1 → notify-agency'])
  })

  it('writes, reads and tells the same number of things whatever is held', async () => {
    const calls = async (id: string, changes: Partial<Submission>) => {
      await approved(id, changes)
      const [reads, writes] = [vi.spyOn(ports.uploads, 'read'), vi.spyOn(ports.site, 'write')]
      const [loads, told] = [vi.spyOn(ports.publications, 'load'), ports.queue.told.length]
      await publish(id)
      const count = [reads, loads, writes].map(({ mock }) => mock.calls.length)
      vi.restoreAllMocks()
      return [...count, ports.queue.told.length - told]
    }
    const first = await calls('first', {})
    for (let index = 0; index < 250; index += 1) {
      const agencyId = `held${String(index).padStart(3, '0')}`
      const held = { agencyId, agencyName: agencyId, year: YEAR, version: 1, submissionId: agencyId, title: agencyId }
      const at = ports.clock.now().toISOString()
      await ports.publications.put({ ...held, page: `/${agencyId}/2024/v1/`, publishedAt: at }, { at, over: undefined })
    }
    await deliver(createIndexSite(ports), { submission: 'any' })
    expect(await calls('last', { agencyId: SHUILI.id, agencyName: SHUILI.name })).toEqual(first)
    expect(first).toEqual([2, 1, 5, 2])
  })

  it('sends a visitor on to the later of two that are published at the same time, whichever wrote last', async () => {
    await approved('s1')
    await approved('s2')
    const { put } = ports.publications
    ports.publications.put = async (...entry) => {
      ports.publications.put = put
      expect(await publish('s2')).toEqual([])
      return put(...entry)
    }
    const { write } = ports.site
    const late: (() => Promise<void>)[] = []
    ports.site.write = async (...file) => {
      await write(...file)
      if (file[0] === 'minzheng/2024/index.html' && late.length === 0) late.push(() => write(...file))
    }
    expect(await publish('s1')).toEqual([])
    for (const again of late) await again()
    expect(await page('minzheng/2024/index.html')).toContain('v1/')
    await deliver(createIndexSite(ports), { submission: 'any' })
    expect(await page('minzheng/2024/index.html')).toContain('v2/')
    expect([await statusOf(ports, 's1'), await statusOf(ports, 's2')]).toEqual(['superseded', 'published'])
  })

  it('links the later version to one that came late', async () => {
    await approved('s1')
    await approved('s2')
    await publish('s2')
    expect(await page('minzheng/2024/v2/index.html')).not.toContain('2024/v1/')
    await publish('s1')
    expect(await page('minzheng/2024/v2/index.html')).toContain('2024/v1/')
  })

  it('publishes nothing that is not approved', async () => {
    for (const status of ['passed', 'failed', 'superseded'] as const) await place(ports, status, status)
    expect(await publish('passed', 'failed', 'superseded', 'nobody')).toEqual([])
    expect([await ports.site.list(''), ports.queue.told]).toEqual([[], []])
  })
})

describe('publish-report takes a withdrawn report out of public', () => {
  it('and leaves a notice at its addresses, and nothing of its data', async () => {
    await approved('s1')
    await publish('s1')
    await withdraw('s1')
    expect(await publishAndList('s1', 's1')).toEqual([])
    for (const address of ['minzheng/2024/v1/index.html', 'minzheng/2024/index.html']) expect(await page(address)).toContain('附表有误')
    expect(await page('minzheng/2024/v1/report.json')).not.toContain('"tables"')
    expect(await page('publications.json')).not.toContain('minzheng')
    for (const list of ['minzheng/index.html', 'years/2024/index.html']) expect(await page(list)).toContain('现在没有公开的报告')
    expect(await page('index.html')).not.toContain('minzheng')
    expect(await ports.publications.load(MINZHENG.id, YEAR)).toBeUndefined()
  })

  it('and lets the reports of others stand', async () => {
    await approved('s1')
    await approved('w1', { agencyId: SHUILI.id, agencyName: SHUILI.name })
    await publishAndList('s1', 'w1')
    await withdraw('s1')
    await publishAndList('s1')
    for (const list of ['publications.json', 'years/2024/index.html', 'index.html']) {
      expect(await page(list)).toContain('shuili')
      expect(await page(list)).not.toContain('minzheng')
    }
  })

  it('and notes once that it is out, and the day of the decision stays on the notice', async () => {
    await approved('s1')
    await publish('s1')
    await withdraw('s1')
    ports.passMinutes(24 * 60)
    expect(await publish('s1', 's1')).toEqual([])
    const history = (await ports.submissions.load('s1'))?.history ?? []
    expect(history.slice(-2).map(({ status, by }) => `${status} by ${by}`)).toEqual(['withdrawn by li-si', 'withdrawn by publish-report'])
    expect(await page('minzheng/2024/v1/index.html')).toContain('2025年1月15日撤下')
  })

  it.each([
    ['site', 'write'],
    ['publications', 'withdraw'],
    ['queue', 'send'],
  ] as const)('and does it again after a crash: %s.%s', async (port, method) => {
    await approved('s1')
    await publish('s1')
    await withdraw('s1')
    failOnce<Record<string, unknown>, string>(ports[port], method)
    expect(await publish('s1')).toEqual([0])
    expect(isTakenOutOfPublic((await ports.submissions.load('s1')) ?? { history: [] })).toBe(false)
    expect(await publish('s1')).toEqual([])
    expect(await page('minzheng/2024/v1/index.html')).toContain('附表有误')
    expect(isTakenOutOfPublic((await ports.submissions.load('s1')) ?? { history: [] })).toBe(true)
  })

  it('when it was superseded before: nothing of its data stays, and the current version stands as it did', async () => {
    await approved('s1')
    await publish('s1')
    await approved('s2')
    await publish('s2')
    const current = await page('minzheng/2024/index.html')
    await withdrawSuperseded('s1')
    const write = vi.spyOn(ports.site, 'write')
    expect(await publish('s1', 's1')).toEqual([])
    for (const [key, content] of write.mock.calls) if (key === 'minzheng/2024/index.html') expect(content).toBe(current)
    expect(await page('minzheng/2024/v1/index.html')).toContain('其中有公民的身份证号码')
    expect(await page('minzheng/2024/v1/report.json')).not.toContain('"tables"')
    expect(await page('minzheng/2024/v1/tables.csv')).toContain('本版本已撤下')
    expect(await page('minzheng/2024/index.html')).toBe(current)
    expect(await ports.publications.load(MINZHENG.id, YEAR)).toMatchObject({ submissionId: 's2' })
    expect(await statusOf(ports, 's1')).toBe('withdrawn')
  })

  it('and the next version takes its place', async () => {
    await approved('s1')
    await publish('s1')
    await withdraw('s1')
    await publish('s1')
    await approved('s2')
    expect(await publish('s2', 's1')).toEqual([])
    expect(await page('minzheng/2024/index.html')).toContain('v2/')
    expect(await page('minzheng/2024/v1/index.html')).toContain('附表有误')
  })
})
