import { beforeEach, describe, expect, it } from 'vitest'
import { createHandler } from '../../functions/sweep-submissions/handler.ts'
import { SWEEP_LIMITS } from '../../shared/pipeline.ts'
import { takenOutOfPublic } from '../../shared/submission/history.ts'
import { uploadKey } from '../../shared/submission/keys.ts'
import type { FakePorts } from '../fakes/fake-ports.ts'
import { invoke, tick } from './invoke.ts'
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
    await sweep()
    expect(alarms()).toHaveLength(1)
  })

  it.each(['failed', 'unreadable', 'passed', 'returned', 'published'] as const)('reminds of the mail of one that is %s', async (status) => {
    await place(ports, 's1', status)
    await sweep()
    expect(ports.queue.told).toEqual([])
    ports.passMinutes(SWEEP_LIMITS.stalledMinutes)
    await sweep()
    expect(ports.queue.told).toEqual(['s1 → notify-agency'])
    await ports.mailLog.claim('s1', status, ports.clock.now().toISOString(), '')
    await sweep()
    expect(ports.queue.told).toHaveLength(2)
    await ports.mailLog.markSent('s1', status, ports.clock.now().toISOString(), 'm')
    await sweep()
    expect(ports.queue.told).toHaveLength(2)
  })

  it('reminds of a mail whose status the submission has left', async () => {
    await place(ports, 's1', 'passed')
    await ports.submissions.advance('s1', 'passed', 'approved', { at: ports.clock.now().toISOString(), by: 'test' })
    ports.passMinutes(SWEEP_LIMITS.stalledMinutes)
    await sweep()
    expect(ports.queue.told).toEqual(['s1 → publish-report', 's1 → notify-agency'])
  })

  it('lets mails of long ago rest', async () => {
    await place(ports, 's1', 'failed')
    ports.passMinutes(4 * 24 * 60)
    await sweep()
    expect(ports.queue.told).toEqual([])
  })

  it('sends a withdrawn report on that may still stand in public, until its page is out', async () => {
    await place(ports, 's1', 'withdrawn')
    ports.passMinutes(SWEEP_LIMITS.stalledMinutes)
    await sweep()
    expect(ports.queue.told).toEqual(['s1 → publish-report', 's1 → notify-agency'])
    const submission = await ports.submissions.load('s1')
    if (submission !== undefined) await ports.submissions.note(submission, takenOutOfPublic(submission, ports.clock.now().toISOString()))
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
