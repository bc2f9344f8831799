import { expect, it, onTestFinished, vi } from 'vitest'
import { createHandler as createNotifier } from '../../functions/notify-agency/handler.ts'
import { createHandler as createSweep } from '../../functions/sweep-submissions/handler.ts'
import { FUNCTIONS, QUEUE_LIMITS } from '../../shared/pipeline.ts'
import { deliver, deliverWithin, lambdaContext, tick } from './invoke.ts'
import { place, startTown } from './town.ts'

const SWEEP_MINUTES = FUNCTIONS['sweep-submissions'].trigger.everyMinutes

it.each([2, 47, 5 * 24 * 60])(
  'after an outage of %i minutes every mail goes out within two minutes, once, whenever it came',
  async (outage) => {
    const ports = await startTown()
    const { send } = ports.mailer
    const notifier = createNotifier(ports)
    const turn = async () => {
      ports.passMinutes(SWEEP_MINUTES)
      await tick(createSweep(ports))
      for (const line of ports.queue.told.splice(0)) expect(await deliver(notifier, { submission: line.split(' ')[0] })).toEqual([])
    }
    ports.mailer.send = () => Promise.reject(new Error('421 try again later'))
    const submissions = 6
    for (let index = 0; index < submissions; index += 1) {
      await place(ports, `s${index}`, index % 2 === 0 ? 'failed' : 'passed')
      await deliver(notifier, { submission: `s${index}` })
      for (let minute = 0; minute < Math.min(outage, 240) / submissions; minute += SWEEP_MINUTES) await turn()
    }
    ports.passMinutes(Math.max(0, outage - 240))
    await turn()
    expect(ports.mailer.sent).toEqual([])

    ports.mailer.send = send
    let minutes = 0
    for (; ports.mailer.sent.length < submissions && minutes < 10; minutes += SWEEP_MINUTES) await turn()
    expect(minutes).toBeLessThanOrEqual(2)
    for (let after = 0; after < 20; after += SWEEP_MINUTES) await turn()
    expect(ports.mailer.sent).toHaveLength(submissions)
    expect(await ports.owed.due('9', 10)).toEqual([])
  },
)

it('a batch of mails that the service keeps waiting ends before the function does, counts as no failure, and is sent afterwards', async () => {
  vi.useFakeTimers()
  onTestFinished(() => void vi.useRealTimers())
  const ports = await startTown()
  const { send } = ports.mailer
  let tries = 0
  ports.mailer.send = () => {
    tries += 1
    return new Promise(() => {})
  }
  const ids = Array.from({ length: QUEUE_LIMITS.batchSize }, (_, index) => `s${index}`)
  for (const id of ids) await place(ports, id, 'failed')
  const begin = Date.now()
  const limit = FUNCTIONS['notify-agency'].timeoutSeconds * 1000
  const slow = { ...lambdaContext, getRemainingTimeInMillis: () => begin + limit - Date.now() }
  const batch = deliverWithin(slow, createNotifier(ports), ...ids.map((submission) => ({ submission })))
  await vi.runAllTimersAsync()
  expect(await batch).toEqual([])
  expect(tries).toBeGreaterThan(0)
  expect(Date.now() - begin).toBeLessThan(limit)
  vi.useRealTimers()

  ports.mailer.send = send
  expect((await ports.owed.due('9', 10)).toSorted()).toEqual(ids)
  for (let minute = 0; minute < 2; minute += SWEEP_MINUTES) {
    ports.passMinutes(SWEEP_MINUTES)
    await tick(createSweep(ports))
    for (const line of ports.queue.told.splice(0))
      expect(await deliver(createNotifier(ports), { submission: line.split(' ')[0] })).toEqual([])
  }
  expect(ports.mailer.sent).toHaveLength(ids.length)
})
