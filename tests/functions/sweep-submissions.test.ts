import { beforeEach, describe, expect, it, vi } from 'vitest'
import { createHandler as createNotifier } from '../../functions/notify-agency/handler.ts'
import { createHandler } from '../../functions/sweep-submissions/handler.ts'
import { SWEEP_LIMITS } from '../../shared/pipeline.ts'
import { takenOutOfPublic } from '../../shared/submission/history.ts'
import { uploadKey } from '../../shared/submission/keys.ts'
import type { FakePorts } from '../fakes/fake-ports.ts'
import { deliver, invoke, tick } from './invoke.ts'
import { failOnce, MINZHENG, place, startTown, statusOf } from './town.ts'

let ports: FakePorts
beforeEach(async () => {
  ports = await startTown()
})
const sweep = () => tick(createHandler(ports))

describe('sweep-submissions', () => {
  it('lapses an upload that never came, when its time is over', async () => {
    await place(ports, 's1', 'requested')
    ports.passMinutes(SWEEP_LIMITS.lapseMinutes - 1)
    await sweep()
    expect(await statusOf(ports, 's1')).toBe('requested')
    ports.passMinutes(1)
    await sweep()
    expect(await statusOf(ports, 's1')).toBe('lapsed')
    expect(ports.queue.told).toEqual([])
  })

  it('sends an upload on that came and was never told of', async () => {
    await place(ports, 's1', 'requested')
    await ports.uploads.write(uploadKey(MINZHENG.id, 's1'), 'x', 'text/plain')
    ports.passMinutes(SWEEP_LIMITS.stalledMinutes)
    await sweep()
    expect([await statusOf(ports, 's1'), ports.queue.told]).toEqual(['requested', ['s1 → parse-report']])
  })

  it.each([
    ['uploaded', 'parse-report'],
    ['parsed', 'validate-report'],
    ['approved', 'publish-report'],
  ] as const)('sends one on that stands still as %s', async (status, next) => {
    await place(ports, 's1', status)
    ports.passMinutes(SWEEP_LIMITS.stalledMinutes - 1)
    await sweep()
    expect(ports.queue.told).toEqual([])
    ports.passMinutes(1)
    await sweep()
    expect(ports.queue.told).toEqual([`s1 → ${next}`])
    expect(await ports.submissions.load('s1')).toMatchObject({ status, faults: 1 })
  })

  it('calls the operator when that goes on', async () => {
    await place(ports, 's1', 'parsed')
    const alarms = () => ports.log.lines.filter((line) => line.startsWith('error ALARM'))
    for (let turn = 0; turn < SWEEP_LIMITS.faultAlarm; turn += 1) {
      ports.passMinutes(SWEEP_LIMITS.stalledMinutes)
      await sweep()
    }
    expect(alarms()).toEqual([])
    ports.passMinutes(SWEEP_LIMITS.stalledMinutes)
    await sweep()
    expect(alarms()).toHaveLength(1)
  })

  it.each(['failed', 'unreadable', 'passed', 'returned', 'published'] as const)('reminds of the mail of one that is %s', async (status) => {
    await place(ports, 's1', status)
    ports.passMinutes(SWEEP_LIMITS.stalledMinutes - 1)
    await sweep()
    expect(ports.queue.told).toEqual([])
    ports.passMinutes(1)
    await sweep()
    expect(ports.queue.told).toEqual(['s1 → notify-agency'])
    expect(await ports.submissions.load('s1')).not.toHaveProperty('faults')
    await sweep()
    expect(ports.queue.told).toHaveLength(1)
    ports.passMinutes(SWEEP_LIMITS.stalledMinutes)
    await sweep()
    expect(ports.queue.told).toHaveLength(2)
    await deliver(createNotifier(ports), { submission: 's1' })
    ports.passMinutes(60)
    await sweep()
    expect(ports.queue.told).toHaveLength(2)
  })

  it('reminds of a mail whose status the submission has left', async () => {
    await place(ports, 's1', 'passed')
    await ports.submissions.advance('s1', 'passed', 'approved', { at: ports.clock.now().toISOString(), by: 'test' })
    ports.passMinutes(SWEEP_LIMITS.stalledMinutes)
    await sweep()
    expect(ports.queue.told).toEqual(['s1 → publish-report', 's1 → notify-agency'])
    expect(await ports.submissions.load('s1')).toMatchObject({ faults: 1 })
  })

  it('reminds of mails of long ago, too, and calls the operator by one line for all of them', async () => {
    await place(ports, 's1', 'failed')
    await place(ports, 's2', 'unreadable')
    ports.passMinutes(20 * 24 * 60)
    await sweep()
    expect(ports.queue.told).toEqual(['s1 → notify-agency', 's2 → notify-agency'])
    expect(ports.log.lines.filter((line) => line.includes('ALARM'))).toEqual(['error ALARM mails are not sent'])
  })

  it('waits where it looks too early', async () => {
    await place(ports, 's1', 'uploaded')
    ports.passMinutes(SWEEP_LIMITS.stalledMinutes - 1)
    await ports.submissions.advance('s1', 'uploaded', 'parsed', { at: ports.clock.now().toISOString() })
    ports.passMinutes(1)
    await sweep()
    expect(ports.queue.told).toEqual([])
    ports.passMinutes(SWEEP_LIMITS.stalledMinutes - 1)
    await sweep()
    expect(ports.queue.told).toEqual(['s1 → validate-report'])
  })

  it('takes out what nothing is owed for any more', async () => {
    await place(ports, 's1', 'published')
    await ports.submissions.advance('s1', 'published', 'superseded', { at: ports.clock.now().toISOString() })
    const late = async () => (await ports.owed.due('9', 10)).length
    expect(await late()).toBe(1)
    await deliver(createNotifier(ports), { submission: 's1' })
    expect(await late()).toBe(0)
    await place(ports, 's2', 'passed', { history: [{ status: 'passed', at: ports.clock.now().toISOString(), by: 'test' }] })
    await ports.submissions.advance('s2', 'passed', 'replaced', { at: ports.clock.now().toISOString() })
    const owing = await ports.submissions.load('s2')
    if (owing !== undefined) await ports.owed.settle({ ...owing, mails: [] }) // As an earlier sweep would that broke off.
    expect(await late()).toBe(0)
  })

  it('looks at what is due and at nothing else, however much is held', async () => {
    await place(ports, 'due', 'uploaded')
    for (let index = 0; index < 50; index += 1) await place(ports, `held-${index}`, 'lapsed')
    ports.passMinutes(SWEEP_LIMITS.stalledMinutes)
    for (let index = 0; index < 50; index += 1) await place(ports, `young-${index}`, 'uploaded')
    const load = vi.spyOn(ports.submissions, 'load')
    await sweep()
    expect(load.mock.calls).toEqual([['due']])
    load.mockRestore()
  })

  it('sends a withdrawn report on that may still stand in public, until its page is out', async () => {
    await place(ports, 's1', 'withdrawn')
    ports.passMinutes(SWEEP_LIMITS.stalledMinutes)
    await sweep()
    expect(ports.queue.told).toEqual(['s1 → publish-report', 's1 → notify-agency'])
    const submission = await ports.submissions.load('s1')
    if (submission !== undefined) await ports.submissions.note(submission, takenOutOfPublic(submission, ports.clock.now().toISOString()))
    ports.passMinutes(SWEEP_LIMITS.stalledMinutes)
    await sweep()
    expect(ports.queue.told.slice(2)).toEqual(['s1 → notify-agency'])
  })

  it('goes on after one that cannot be mended', async () => {
    await place(ports, 's1', 'uploaded')
    await place(ports, 's2', 'uploaded')
    ports.passMinutes(SWEEP_LIMITS.stalledMinutes)
    failOnce(ports.queue, 'send')
    await sweep()
    expect(ports.queue.told).toEqual(['s2 → parse-report'])
    expect(ports.log.lines).toContain('error not mended')
  })

  it('takes nothing but a schedule for one', async () => {
    await expect(invoke(createHandler(ports), { Records: [] })).rejects.toThrow()
  })
})
