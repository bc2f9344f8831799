import { beforeEach, describe, expect, it } from 'vitest'
import { createHandler as createBrowser } from '../../functions/browse-submissions/handler.ts'
import { createHandler as createNotifier } from '../../functions/notify-agency/handler.ts'
import { createHandler } from '../../functions/record-bounces/handler.ts'
import { ROUTES } from '../../shared/http-api/routes.ts'
import type { FakePorts } from '../fakes/fake-ports.ts'
import { ask, deliver } from './invoke.ts'
import { CLERK, MINZHENG, place, REVIEWER, startTown } from './town.ts'

let ports: FakePorts
beforeEach(async () => {
  ports = await startTown()
})
const [FIRST = '', SECOND = ''] = MINZHENG.mail
const mail = { tags: { agency: [MINZHENG.id], 'ses:configuration-set': ['nianbao'] }, messageId: 'm' }
const bounced = (address: string, bounceType = 'Permanent') => ({
  source: 'aws.ses',
  'detail-type': 'Email Bounced',
  detail: { eventType: 'Bounce', mail, bounce: { bounceType, bouncedRecipients: [{ emailAddress: address, status: '5.1.1' }] } },
})
const complained = (address: string) => ({
  source: 'aws.ses',
  'detail-type': 'Email Complaint Received',
  detail: { eventType: 'Complaint', mail, complaint: { complainedRecipients: [{ emailAddress: address }] } },
})
const tell = (...events: unknown[]) => deliver(createHandler(ports), ...events)
const faults = async () => (await ports.agencies.load(MINZHENG.id))?.mailFaults?.map(({ address, kind }) => `${address} ${kind}`)
const alarms = () => ports.log.lines.filter((line) => line.startsWith('error ALARM'))
const shown = async (claims: Record<string, string>) =>
  (await ask(createBrowser(ports), ROUTES.showSubmission, { claims, id: 's1' })).json.mailTrouble

describe('record-bounces', () => {
  it('marks the address once, calls a person, and mail goes to the others alone', async () => {
    expect(await tell(bounced(FIRST), bounced(FIRST))).toEqual([])
    expect([await faults(), alarms()]).toEqual([[`${FIRST} bounce`], ['error ALARM mail does not arrive']])
    await place(ports, 's1', 'failed')
    await deliver(createNotifier(ports), { submission: 's1' })
    expect(ports.mailer.sent.map(({ to }) => to)).toEqual([[SECOND]])
    expect(await shown(REVIEWER)).toContain(`单位的部分邮箱收不到邮件:${FIRST}(退信)`)
    expect(await shown(CLERK)).toBeUndefined()
  })

  it('owes the mail where no address is left, and sends it when the agency is imported with another', async () => {
    await tell(bounced(FIRST), complained(SECOND))
    await place(ports, 's1', 'failed')
    await deliver(createNotifier(ports), { submission: 's1' })
    expect([ports.mailer.sent, alarms().at(-1)]).toEqual([[], 'error ALARM agency without mail address'])
    expect(await shown(REVIEWER)).toContain('反馈邮件无法发出')
    await ports.agencies.save(MINZHENG)
    await deliver(createNotifier(ports), { submission: 's1' })
    expect(ports.mailer.sent, 'the same addresses, imported again').toEqual([])
    await ports.agencies.save({ ...MINZHENG, mail: ['new@minzheng.example'] })
    await deliver(createNotifier(ports), { submission: 's1' })
    expect(ports.mailer.sent.map(({ to }) => to)).toEqual([['new@minzheng.example']])
    expect(await shown(REVIEWER)).toBeUndefined()
  })

  it('marks what the mail server refuses while a mail is sent, and owes the mail where it took none', async () => {
    await place(ports, 's1', 'failed')
    ports.mailer.send = async ({ to }) => ({ refused: to })
    await deliver(createNotifier(ports), { submission: 's1' })
    expect(await faults()).toEqual(MINZHENG.mail.map((address) => `${address} refused`))
    expect((await ports.submissions.load('s1'))?.mails).toEqual([])
    expect(alarms()).toEqual(['error ALARM mail address refused'])
  })

  it('marks nothing for a full mailbox, an address that is gone, or an unknown agency', async () => {
    await tell(bounced(FIRST, 'Transient'), bounced('gone@example.cn'), {
      ...bounced(FIRST),
      detail: { ...bounced(FIRST).detail, mail: {} },
    })
    expect([await faults(), alarms()]).toEqual([undefined, []])
  })

  it('leaves what it does not know to the dead letters', async () => {
    expect(await tell({ source: 'aws.ses', detail: { eventType: 'Send', mail } }, { submission: 's1' })).toEqual([0, 1])
  })
})
