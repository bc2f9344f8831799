import { once } from 'node:events'
import type { AddressInfo } from 'node:net'
import { buffer } from 'node:stream/consumers'
import startSes from 'aws-ses-v2-local'
import PostalMime from 'postal-mime'
import { SMTPServer } from 'smtp-server'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { z } from 'zod'
import { awsPorts } from '../../functions/aws/aws-ports.ts'
import type { Mail, Mailer } from '../../shared/ports/mailer.ts'
import { recordingMailer } from '../fakes/recorders.ts'
import { CREDENTIALS } from './embedded-table.ts'

type Started = { mailer: Mailer; received(): Promise<Mail[]>; close(): Promise<void> }

const SENDER = '年报系统 <reports@example.cn>'
const portOf = (address: AddressInfo | string | null | undefined) => (typeof address === 'object' ? address?.port : undefined)

const inMemory = async (): Promise<Started> => {
  const mailer = recordingMailer()
  return { mailer, received: async () => mailer.sent, close: async () => {} }
}

const StoredMails = z.object({
  emails: z.array(
    z.object({
      subject: z.string(),
      destination: z.object({ to: z.array(z.string()) }),
      body: z.object({ html: z.string(), text: z.string() }),
    }),
  ),
})

const bySes = async (): Promise<Started> => {
  const server = await startSes({ port: 0, host: '127.0.0.1' })
  const ses = `http://127.0.0.1:${portOf(server.address())}`
  await fetch(`${ses}/clear-store`, { method: 'POST' }) // Its store is one for all servers of the process.
  const settings = { endpoints: { ses }, credentials: CREDENTIALS, region: 'us-east-1' }
  return {
    mailer: awsPorts({ MAIL_SENDER: SENDER }, settings).mailer,
    async received() {
      const { emails } = StoredMails.parse(await (await fetch(`${ses}/store`)).json())
      return emails.map(({ subject, destination: { to }, body: { html, text } }) => ({ to, subject, html, text }))
    },
    async close() {
      server.close()
      server.closeAllConnections()
    },
  }
}

/** What the SMTP server says of some recipients. */
const REFUSALS: Record<string, [says: string, code: number]> = {
  'nobody@example.cn': ['5.1.1 no such user', 550],
  'later@example.cn': ['4.2.1 try again later', 450],
  'policy@example.cn': ['5.7.1 you may not send', 550],
  'sender@example.cn': ['5.1.8 sender address rejected', 550],
  'relay@example.cn': ['relay not permitted', 550],
  'unknown@example.cn': ['user unknown', 550],
}

const bySmtp = async (): Promise<Started> => {
  const received: Promise<Mail>[] = []
  const parse = async (raw: Buffer, to: string[]): Promise<Mail> => {
    const { subject = '', html = '', text = '' } = await PostalMime.parse(raw)
    return { to, subject, html: html.trim(), text: text.trim() }
  }
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    onRcptTo({ address }, _session, done) {
      const [says, responseCode] = REFUSALS[address] ?? []
      done(says === undefined ? null : Object.assign(new Error(says), { responseCode }))
    },
    onData(stream, { envelope }, done) {
      const to = envelope.rcptTo.map(({ address }) => address)
      received.push(buffer(stream).then((raw) => parse(raw, to)))
      stream.on('end', () => done())
    },
  })
  const listening = server.listen(0, '127.0.0.1')
  await once(listening, 'listening')
  const environment = { MAIL_SENDER: SENDER, MAIL_SMTP_URL: `smtp://127.0.0.1:${portOf(listening.address())}` }
  return {
    mailer: awsPorts(environment).mailer,
    received: () => Promise.all(received),
    close: () => new Promise((resolve) => server.close(() => resolve())),
  }
}

const adapters: [string, () => Promise<Started>][] = [
  ['memory', inMemory],
  ['SES', bySes],
  ['SMTP', bySmtp],
]

describe.each(adapters)('mailer: %s', (_name, start) => {
  let started: Started
  beforeAll(async () => {
    started = await start()
  })
  afterAll(() => started.close())

  it('delivers to every address, Chinese unharmed, and tells the id of each mail', async () => {
    const failed = {
      to: ['first@example.cn', 'second@example.cn'],
      subject: `【政府信息公开年报】青泽市民政局2024年:未通过:${'须改正的问题'.repeat(12)}`,
      html: `<p>表三“自然人”列 &lt; 总计</p>${'<p>很长的一段话,没有换行。</p>'.repeat(100)}`,
      text: `表三“自然人”列 < 总计 ${'很长的一段话,没有换行。'.repeat(100)}`,
    }
    const published = { to: ['first@example.cn'], subject: '已公开', html: '<p>已公开</p>', text: '已公开' }
    const first = await started.mailer.send(failed)
    const second = await started.mailer.send(published)
    expect(await started.received()).toEqual([failed, published])
    expect(first.messageId).not.toBe('')
    expect(second.messageId).not.toBe(first.messageId)
  })
})

describe('recipients that an SMTP server refuses', () => {
  let started: Started
  beforeAll(async () => {
    started = await bySmtp()
  })
  afterAll(() => started.close())
  const send = (...to: string[]) => started.mailer.send({ to, subject: '年报', html: '<p>年报</p>', text: '年报' })

  it('are told where there is no such address, and the mail goes to the others', async () => {
    expect(await send('nobody@example.cn', 'first@example.cn')).toEqual({ messageId: expect.any(String), refused: ['nobody@example.cn'] })
    expect((await started.received()).map(({ to }) => to)).toEqual([['first@example.cn']])
  })

  it.each(['nobody@example.cn', 'unknown@example.cn'])('are told where there is no other, and no mail was sent: %s', async (address) => {
    expect(await send(address)).toEqual({ refused: [address] })
  })

  it.each(['later@example.cn', 'policy@example.cn', 'sender@example.cn', 'relay@example.cn'])(
    'are not blamed where the reason is another: %s',
    async (address) => {
      await expect(send(address)).rejects.toThrow()
      expect((await send(address, 'first@example.cn')).refused).toEqual([])
    },
  )
})
