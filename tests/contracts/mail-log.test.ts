import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { mailLog } from '../../functions/aws/mail-log.ts'
import type { MailLog } from '../../shared/ports/store.ts'
import { memoryMailLog } from '../fakes/memory-stores.ts'
import { startTable } from './embedded-table.ts'

const adapters: [string, () => Promise<{ log: MailLog; close(): Promise<void> }>][] = [
  ['memory', async () => ({ log: memoryMailLog(), close: async () => {} })],
  [
    'DynamoDB',
    async () => {
      const { table, close } = await startTable()
      return { log: mailLog(table), close }
    },
  ],
]

const at = (minute: number) => new Date(Date.UTC(2025, 0, 15, 8, minute)).toISOString()

describe.each(adapters)('mail log: %s', (_name, start) => {
  let log: MailLog
  let close: () => Promise<void>
  beforeAll(async () => {
    const started = await start()
    log = started.log
    close = started.close
  })
  afterAll(() => close())

  it('lets one of many deliveries send a mail', async () => {
    const claims = Array.from({ length: 10 }, () => log.claim('raced', 'failed', at(10), at(5)))
    expect((await Promise.all(claims)).filter(Boolean)).toHaveLength(1)
    expect(await log.load('raced', 'failed')).toEqual({ state: 'sending', at: at(10) })
  })

  it('keeps the mails of two statuses apart', async () => {
    expect(await log.claim('two', 'passed', at(10), at(5))).toBe(true)
    expect(await log.claim('two', 'published', at(10), at(5))).toBe(true)
    expect(await log.load('two', 'failed')).toBeUndefined()
  })

  it('gives a claim away that its holder let go stale', async () => {
    await log.claim('stale', 'failed', at(0), at(-5))
    expect(await log.claim('stale', 'failed', at(4), at(-1))).toBe(false)
    expect(await log.claim('stale', 'failed', at(6), at(1))).toBe(true)
  })

  it('gives a claim away that was released', async () => {
    await log.claim('released', 'failed', at(0), at(-5))
    await log.release('released', 'failed')
    expect(await log.claim('released', 'failed', at(0), at(-5))).toBe(true)
  })

  it('never gives away what is sent', async () => {
    await log.claim('sent', 'failed', at(0), at(-5))
    await log.markSent('sent', 'failed', at(1), 'message-1')
    await log.release('sent', 'failed')
    expect(await log.claim('sent', 'failed', at(59), at(54))).toBe(false)
    expect(await log.load('sent', 'failed')).toEqual({ state: 'sent', at: at(1), messageId: 'message-1' })
  })
})
