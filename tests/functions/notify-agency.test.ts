import { beforeEach, describe, expect, it, vi } from 'vitest'
import { createHandler } from '../../functions/notify-agency/handler.ts'
import { assessments } from '../../functions/stored/results.ts'
import type { Finding } from '../../shared/findings/finding.ts'
import { MAIL_LIMITS } from '../../shared/pipeline.ts'
import { takenOutOfPublic } from '../../shared/submission/history.ts'
import type { Status } from '../../shared/submission/lifecycle.ts'
import { assessmentOf } from '../assessment/assessment-of.ts'
import type { FakePorts } from '../fakes/fake-ports.ts'
import { deliver } from './invoke.ts'
import { failOnce, MINZHENG, place, startTown } from './town.ts'

let ports: FakePorts
beforeEach(async () => {
  ports = await startTown()
})
/** The submissions that sweep would look at now. */
const owed = () => ports.owed.due(ports.clock.now().toISOString(), 10)
const entry = (status: Status) => ({ status, at: ports.clock.now().toISOString(), by: 'test' })
const notify = (...ids: string[]) => deliver(createHandler(ports), ...ids.map((submission) => ({ submission })))

describe('notify-agency', () => {
  it('mails every address what was found, and where the portal is', async () => {
    await place(ports, 's1', 'failed', { verdict: 'fail' })
    const place12 = { part: '表三 第1行', section: 3 } as const
    const facts = { row: '一、本年新收政府信息公开申请数量', expected: 139, actual: 138 }
    await assessments.write(ports.uploads, 's1', assessmentOf([{ rule: 'table3-row-total', severity: 'error', places: [place12], facts }]))
    expect(await notify('s1')).toEqual([])
    const [mail] = ports.mailer.sent
    expect(ports.mailer.sent).toHaveLength(1)
    expect(mail?.to).toEqual(MINZHENG.mail)
    expect(mail?.text).toContain('139')
    expect(mail?.html).toContain(ports.portalUrl)
    expect((await ports.submissions.load('s1'))?.mails).toMatchObject([{ status: 'failed', state: 'sent', messageId: 'mail-1' }])
    expect(await owed()).toEqual([])
  })

  it('reads no assessment that says nothing, and explanations only where there are warnings', async () => {
    const [read, said] = [vi.spyOn(ports.uploads, 'read'), vi.spyOn(ports.explanations, 'ofAgencyAndYear')]
    const counts = { error: 0, warning: 0, notice: 0 }
    await place(ports, 's1', 'passed', { verdict: 'pass', counts, clean: true })
    expect(await notify('s1')).toEqual([])
    expect(ports.mailer.sent[0]?.text).toContain('没有发现问题')
    expect([read.mock.calls, said.mock.calls]).toEqual([[], []])
    await place(ports, 's2', 'passed', { verdict: 'pass', counts: { ...counts, warning: 1 } })
    expect(await notify('s2')).toEqual([])
    expect([read.mock.calls.length, said.mock.calls.length]).toEqual([1, 1])
  })

  it('sends one mail however often it is told', async () => {
    await place(ports, 's1', 'failed')
    expect(await notify('s1', 's1', 's1')).toEqual([])
    expect(ports.mailer.sent).toHaveLength(1)
  })

  it('sends one mail when two deliveries run at the same time', async () => {
    await place(ports, 's1', 'failed')
    await Promise.all([notify('s1'), notify('s1')])
    expect(ports.mailer.sent).toHaveLength(1)
  })

  it('sends what is still owed of an earlier status, each once, with the page that stands', async () => {
    await place(ports, 's1', 'passed')
    const at = ports.clock.now().toISOString()
    await ports.submissions.advance('s1', 'passed', 'approved', { at, by: 'test' })
    await ports.submissions.advance('s1', 'approved', 'published', { at }, { page: '/minzheng/2024/v1/' })
    expect(await notify('s1', 's1')).toEqual([])
    expect(ports.mailer.sent.map(({ subject }) => subject)).toEqual([expect.stringContaining('等待审核'), expect.stringContaining('第1版')])
    expect(ports.mailer.sent[1]?.text).toContain('https://site.example/minzheng/2024/v1/')
  })

  describe('of a second version', () => {
    const rowOf = (row: string, actual: number): Finding => ({
      rule: 'table3-row-total',
      severity: 'error',
      places: [{ part: `表三 ${row}`, section: 3, cell: { table: 3, row: row.length, column: 6 } }],
      facts: { row, expected: 1, actual },
    })
    const stored = (id: string, ...findings: Finding[]) => assessments.write(ports.uploads, id, assessmentOf(findings))

    it('says first what to do, then what became of the findings of the first', async () => {
      await place(ports, 's1', 'failed', { verdict: 'fail' })
      await stored('s1', rowOf('甲', 2), rowOf('乙乙', 3))
      await place(ports, 's2', 'failed', { verdict: 'fail' })
      await stored('s2', rowOf('乙乙', 4), rowOf('丙丙丙', 5))
      await notify('s2')
      const text = ports.mailer.sent[0]?.text ?? ''
      expect(text.split('\n').slice(2, 4)).toEqual([
        expect.stringMatching(new RegExp(`^${MINZHENG.name}:请按下列各条`)),
        '与第1版相比:已改正1处,新出现1处,仍有1处。',
      ])
      expect(text).toMatch(/1\. 【必须改正】【仍在】.*乙乙/)
      expect(text).toMatch(/2\. 【必须改正】【新】.*丙丙丙/)
      expect(text).toMatch(/已改正\(共1处\)\n- .*甲/)
    })

    it('compares with the last that was judged, and not with one that could not be read', async () => {
      await place(ports, 's1', 'failed', { verdict: 'fail' })
      await stored('s1', rowOf('甲', 2))
      await place(ports, 's2', 'unreadable', { verdict: 'unreadable' })
      await stored('s2')
      await place(ports, 's3', 'passed', { verdict: 'pass' })
      await stored('s3')
      await notify('s2', 's3')
      expect(ports.mailer.sent[0]?.text).not.toContain('相比')
      expect(ports.mailer.sent[1]?.text).toContain('与第1版相比:已改正1处,新出现0处,仍有0处。')
    })
  })

  it('tells why a report was returned', async () => {
    await place(ports, 's1', 'returned', { returnReason: '第五部分过于简单' })
    await notify('s1')
    expect(ports.mailer.sent[0]?.text).toContain('第五部分过于简单')
  })

  it('tells why a page was withdrawn, and not what was noted since', async () => {
    await place(ports, 's1', 'superseded')
    const at = ports.clock.now().toISOString()
    await ports.submissions.advance('s1', 'superseded', 'withdrawn', { at, by: 'li-si', note: '其中有公民的身份证号码' })
    const submission = await ports.submissions.load('s1')
    if (submission !== undefined) await ports.submissions.note(submission, takenOutOfPublic(submission, at))
    expect(await notify('s1', 's1')).toEqual([])
    expect(ports.mailer.sent).toHaveLength(1)
    const [mail] = ports.mailer.sent
    expect(mail?.subject).toContain('已撤下:第1版不再公开')
    expect(mail?.text).toContain('撤下原因:其中有公民的身份证号码')
  })

  it('owes a mail that the mail service does not take, and sends it when told again', async () => {
    await place(ports, 's1', 'failed')
    failOnce(ports.mailer, 'send')
    expect(await notify('s1')).toEqual([]) // No message waits for the mail service.
    expect([await owed(), ports.log.lines.at(-1)]).toEqual([[], 'warn the mail service did not take a mail'])
    ports.passMinutes(1)
    expect(await owed()).toEqual(['s1'])
    expect(await notify('s1')).toEqual([])
    expect(ports.mailer.sent).toHaveLength(1)
  })

  it('gives a mail up after a month, with an alarm and a line in the history', async () => {
    await place(ports, 's1', 'failed')
    ports.mailer.send = () => Promise.reject(new Error('no mail today'))
    ports.passMinutes(MAIL_LIMITS.giveUpDays * 24 * 60 - 1)
    await notify('s1')
    expect((await ports.submissions.load('s1'))?.mails).toEqual([])
    ports.passMinutes(1)
    await notify('s1')
    const submission = await ports.submissions.load('s1')
    expect(submission?.mails).toMatchObject([{ status: 'failed', state: 'given-up' }])
    expect(submission?.history.at(-1)).toMatchObject({ by: 'notify-agency', note: '邮件服务没有接收,30天内没有发出邮件,不再尝试' })
    expect(ports.log.lines.at(-1)).toBe('error ALARM mail given up')
    expect(await ports.owed.due('9', 10)).toEqual([])
  })

  it('leaves a mail alone that another delivery is sending, and takes it over when that one died', async () => {
    await place(ports, 's1', 'failed')
    await ports.mailLog.claim('s1', ports.clock.now().toISOString(), '')
    ports.passMinutes(1)
    expect([await notify('s1'), ports.mailer.sent.length]).toEqual([[], 0])
    ports.passMinutes(1)
    expect([await notify('s1'), ports.mailer.sent.length]).toEqual([[], 1])
  })

  it('sends the mail of a step that was taken while an earlier mail went out, whose own delivery found the claim', async () => {
    await place(ports, 's1', 'passed')
    const { send } = ports.mailer
    ports.mailer.send = async (mail) => {
      ports.mailer.send = send
      const at = ports.clock.now().toISOString()
      await ports.submissions.advance('s1', 'passed', 'returned', { at, by: 'li-si' }, { returnReason: '太短' })
      expect(await notify('s1')).toEqual([])
      return send(mail)
    }
    expect(await notify('s1')).toEqual([])
    expect((await ports.submissions.load('s1'))?.mails?.map(({ status }) => status)).toEqual(['passed', 'returned'])
    expect([ports.mailer.sent.length, await ports.owed.due('9', 10)]).toEqual([2, []])
  })

  it('sends a mail twice only where its record was lost', async () => {
    await place(ports, 's1', 'failed')
    failOnce(ports.mailLog, 'save')
    expect(await notify('s1')).toEqual([0])
    ports.passMinutes(2)
    await notify('s1', 's1')
    expect(ports.mailer.sent).toHaveLength(2)
  })

  it('lets the queue deliver again what it cannot write', async () => {
    await place(ports, 's1', 'failed')
    failOnce(ports.explanations, 'ofAgencyAndYear')
    expect(await notify('s1')).toEqual([0])
    expect(await notify('s1')).toEqual([])
    expect(ports.mailer.sent).toHaveLength(1)
  })

  it('costs a claim and a record, and reads no submission', async () => {
    await place(ports, 's1', 'failed')
    const [load, claim, save] = [vi.spyOn(ports.submissions, 'load'), vi.spyOn(ports.mailLog, 'claim'), vi.spyOn(ports.mailLog, 'save')]
    await notify('s1')
    expect([load, claim, save].map(({ mock }) => mock.calls.length)).toEqual([0, 1, 1])
  })

  it('keeps owing the mail of an agency without address, and calls for one', async () => {
    await ports.agencies.save({ ...MINZHENG, mail: [] })
    await place(ports, 's1', 'failed')
    expect(await notify('s1')).toEqual([])
    await ports.agencies.save(MINZHENG)
    expect(await notify('s1')).toEqual([])
    expect([ports.mailer.sent.length, ports.log.lines[0]]).toEqual([1, 'error ALARM agency without mail address'])
  })

  it('sends none of the mails that went out before they stood in the submission', async () => {
    await place(ports, 's1', 'passed')
    const { mails: _, ...before } = await place(ports, 's2', 'published', { history: [entry('passed'), entry('published')] })
    ports.submissions.load = async () => before
    ports.mailLog.claim = async () => ({ ...before, mailing: entry('passed').at })
    ports.mailLog.ofBefore = async () => [{ status: 'passed', at: entry('passed').at, state: 'sent', messageId: 'long ago' }]
    await notify('s2')
    expect(ports.mailer.sent.map(({ subject }) => subject)).toEqual([expect.stringContaining('已发布')])
  })

  it('says nothing of what is not told: unknown, on its way, superseded', async () => {
    await place(ports, 's1', 'uploaded')
    await place(ports, 's2', 'superseded')
    expect(await notify('s1', 's2', 'nobody')).toEqual([])
    expect(ports.mailer.sent).toEqual([])
  })
})
