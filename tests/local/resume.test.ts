import { expect, it } from 'vitest'
import { createHandlers } from '../../local/handlers.ts'
import { resume } from '../../local/local-run.ts'
import { fakePorts } from '../fakes/fake-ports.ts'
import { place } from '../functions/town.ts'

const minutesFromNow = (minutes: number): string => new Date(Date.now() + minutes * 60_000).toISOString()

it('announces what was owed, counts no fault, and has sweep look again within two minutes at a mail that was being sent', async () => {
  const ports = fakePorts(new Date().toISOString())
  await place(ports, 'read', 'parsed')
  await place(ports, 'mailed', 'failed')
  await ports.mailLog.claim('mailed', minutesFromNow(0), minutesFromNow(-2))
  for (const _ of [1, 2, 3]) await resume(createHandlers, ports)
  expect(new Set(ports.queue.told)).toEqual(new Set(['read → validate-report', 'mailed → notify-agency']))
  expect((await ports.owed.due(minutesFromNow(2), 10)).toSorted()).toEqual(['mailed', 'read'])
  expect((await ports.submissions.load('read'))?.faults ?? 0).toBe(0)
  expect(ports.log.lines.filter((line) => line.includes('ALARM'))).toEqual([])
})
