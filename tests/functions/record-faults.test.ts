import { beforeEach, describe, expect, it } from 'vitest'
import { createHandler as createNotifier } from '../../functions/notify-agency/handler.ts'
import { createHandler } from '../../functions/record-faults/handler.ts'
import { bringForward } from '../../functions/sweep-submissions/bring-forward.ts'
import { createHandler as createSweep } from '../../functions/sweep-submissions/handler.ts'
import { uploadKey } from '../../shared/submission/keys.ts'
import type { FakePorts } from '../fakes/fake-ports.ts'
import { deliver, objectEvent, tick } from './invoke.ts'
import { MINZHENG, place, startTown } from './town.ts'

let ports: FakePorts
beforeEach(async () => {
  ports = await startTown()
})
const giveUp = (...bodies: unknown[]) => deliver(createHandler(ports), ...bodies)
const sweep = () => tick(createSweep(ports))
const faultOf = async (id: string) => (await ports.submissions.load(id))?.systemFault
const alarms = () => ports.log.lines.filter((line) => line.startsWith('error ALARM'))

describe('record-faults', () => {
  it('marks the submission, whose status stays, calls a person, and has the agency told', async () => {
    await place(ports, 's1', 'parsed')
    expect(await giveUp({ submission: 's1' })).toEqual([])
    expect(await ports.submissions.load('s1')).toMatchObject({ status: 'parsed', systemFault: { count: 1 } })
    expect([alarms(), ports.queue.told]).toEqual([['error ALARM message given up'], ['s1 → notify-agency']])
  })

  it('has the agency told once, however often the step is given up', async () => {
    await place(ports, 's1', 'parsed')
    for (let turn = 0; turn < 3; turn += 1) {
      await giveUp({ submission: 's1' })
      await deliver(createNotifier(ports), { submission: 's1' })
      ports.passMinutes(60)
    }
    expect(await faultOf('s1')).toMatchObject({ count: 3 })
    expect(ports.mailer.sent).toHaveLength(1)
    expect(ports.mailer.sent[0]).toMatchObject({
      to: MINZHENG.mail,
      subject: expect.stringContaining('系统故障:不是报告的问题,无须重新提交'),
      text: expect.stringContaining('请不要重新提交'),
    })
    expect(ports.mailer.sent[0]?.text).not.toContain('未通过')
  })

  it('takes the event of an upload for the submission that it is', async () => {
    await place(ports, 's1', 'requested')
    await ports.uploads.write(uploadKey(MINZHENG.id, 's1'), 'x', 'text/plain')
    await giveUp(objectEvent(uploadKey(MINZHENG.id, 's1'), 'v1'))
    expect(await faultOf('s1')).toMatchObject({ count: 1 })
    ports.passMinutes(10)
    await sweep()
    expect(ports.queue.told).toContain('s1 → parse-report')
  })

  it('lets a step be tried again after 10 minutes, then 20, 40, and every hour', async () => {
    await place(ports, 's1', 'parsed', { mails: [{ status: 'system-fault', at: '', state: 'sent', messageId: 'm' }] })
    for (const minutes of [10, 20, 40, 60, 60]) {
      await giveUp({ submission: 's1' })
      ports.queue.told.length = 0
      ports.passMinutes(minutes - 1)
      await sweep()
      expect(ports.queue.told).toEqual([])
      ports.passMinutes(1)
      await sweep()
      expect(ports.queue.told).toEqual(['s1 → validate-report'])
    }
  })

  it('and at once where somebody says that the cause is mended; the step takes the mark away', async () => {
    await place(ports, 's1', 'parsed')
    await place(ports, 'well', 'parsed')
    for (let turn = 0; turn < 3; turn += 1) await giveUp({ submission: 's1' })
    ports.queue.told.length = 0
    expect(await bringForward(ports, ports.clock.now())).toBe(1)
    await sweep()
    expect(ports.queue.told).toEqual(['s1 → validate-report'])
    await ports.submissions.advance('s1', 'parsed', 'failed', { at: ports.clock.now().toISOString() })
    expect(await faultOf('s1')).toBeUndefined()
  })

  it('sends a mail whose composing was given up, and nothing stays marked', async () => {
    await place(ports, 's1', 'failed')
    await giveUp({ submission: 's1' })
    await deliver(createNotifier(ports), { submission: 's1' })
    expect(ports.mailer.sent.map(({ subject }) => /系统故障|未通过/.exec(subject)?.[0])).toEqual(['系统故障', '未通过'])
    ports.passMinutes(10)
    await sweep()
    expect([await faultOf('s1'), await ports.owed.due('9', 10)]).toEqual([undefined, []])
  })

  it('has what follows a step done again, too: the older version that a newer one replaces', async () => {
    await place(ports, 's1', 'passed', { mails: [{ status: 'passed', at: '', state: 'sent', messageId: 'm' }] })
    await giveUp({ submission: 's1' })
    await deliver(createNotifier(ports), { submission: 's1' })
    ports.queue.told.length = 0
    ports.passMinutes(10)
    await sweep()
    expect([ports.queue.told, await faultOf('s1')]).toEqual([['s1 → validate-report'], undefined])
  })

  it('leaves a message among the dead letters that tells of no submission', async () => {
    expect(await giveUp({ submission: 'nobody' }, '{', 'null', objectEvent('elsewhere', 'v1'))).toEqual([0, 1, 2, 3])
  })

  it('marks nothing that is at its end: the delivery came too late', async () => {
    await place(ports, 's1', 'returned', { mails: [{ status: 'returned', at: '', state: 'sent', messageId: 'm' }] })
    expect(await giveUp({ submission: 's1' })).toEqual([])
    expect([await faultOf('s1'), ports.queue.told, alarms().length]).toEqual([undefined, [], 1])
  })
})
