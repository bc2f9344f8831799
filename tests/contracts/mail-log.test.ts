import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { MailRecord, Submission } from '../../shared/submission/submission.ts'
import { at, opened, SUBMISSION_STORES, type SubmissionStores } from './submission-stores.ts'

const sent = (status: MailRecord['status'], minute: number): MailRecord => ({
  status,
  at: at(minute),
  state: 'sent',
  messageId: `mail-${minute}`,
})

describe.each(SUBMISSION_STORES)('mail log: %s', (_name, start) => {
  let stores: SubmissionStores
  beforeAll(async () => {
    stores = await start()
  })
  afterAll(() => stores.close())

  const judged = (id: string, status: Submission['status'] = 'failed') =>
    stores.submissions.create({ ...opened(id, 'mailed'), status, history: [{ status, at: at(0), by: 'test' }] })
  const claim = async (id: string, minute = 1) => {
    const claimed = await stores.mailLog.claim(id, at(minute), at(minute - 2))
    if (claimed === undefined) throw new Error('it is not to be had')
    return claimed
  }
  const dueNow = async () => stores.owed.due(at(60), 100)

  it('lets one of many deliveries send the mails of a submission, and gives it that', async () => {
    await judged('raced')
    const claims = await Promise.all(Array.from({ length: 10 }, () => stores.mailLog.claim('raced', at(10), at(5))))
    expect(claims.filter((claimed) => claimed !== undefined)).toEqual([{ ...(await stores.submissions.load('raced')), mailing: at(10) }])
  })

  it('gives a claim away that its holder let go stale, who can then write nothing', async () => {
    await judged('stale')
    const first = await claim('stale', 0)
    expect(await stores.mailLog.claim('stale', at(1), at(-1))).toBeUndefined()
    const second = await claim('stale', 4)
    expect(await stores.mailLog.save(first, { mails: [sent('failed', 4)], next: 'nothing' })).toBe(false)
    expect(await stores.mailLog.save(second, { mails: [sent('failed', 5)], next: 'nothing' })).toBe(true)
    expect((await stores.submissions.load('stale'))?.mails).toEqual([sent('failed', 5)])
  })

  it('keeps what was sent, and with nothing owed any more there is no claim, and sweep finds it no more', async () => {
    await judged('done')
    expect(await dueNow()).toContain('done')
    await stores.mailLog.save(await claim('done'), { mails: [sent('failed', 1)], next: 'nothing' })
    expect(await stores.mailLog.claim('done', at(59), at(50))).toBeUndefined()
    expect(await dueNow()).not.toContain('done')
    expect(await stores.submissions.load('done')).toEqual(expect.not.objectContaining({ mailing: expect.anything() }))
  })

  it('gives a claim back with what is owed still, and when it is due', async () => {
    await judged('later')
    const entry = { status: 'failed', at: at(1), by: 'notify-agency', note: '没有发出' } as const
    await stores.mailLog.save(await claim('later'), { mails: [], entry, next: { due: at(55) } })
    expect([await stores.owed.due(at(54), 100), await stores.owed.due(at(55), 100)]).toEqual([
      expect.not.arrayContaining(['later']),
      expect.arrayContaining(['later']),
    ])
    expect((await claim('later')).history.at(-1)).toEqual(entry)
  })

  it('keeps a claim for the next mail', async () => {
    await judged('more', 'published')
    const claimed = await claim('more')
    expect(await stores.mailLog.save(claimed, { mails: [sent('passed', 1)], next: 'more' })).toBe(true)
    expect(await stores.mailLog.claim('more', at(2), at(0))).toBeUndefined()
    expect(await stores.mailLog.save(claimed, { mails: [sent('passed', 1), sent('published', 2)], next: 'nothing' })).toBe(true)
  })

  it.each(['owed', 'nothing'] as const)('does not give a claim back as %s where the submission has moved on since', async (next) => {
    await judged(`moved-${next}`, 'passed')
    const claimed = await claim(`moved-${next}`)
    const { submission } = await stores.submissions.advance(`moved-${next}`, 'passed', 'approved', { at: at(2), by: 'li-si' })
    const mails = [sent('passed', 2)]
    expect(await stores.mailLog.save(claimed, { mails, next })).toBe(false)
    expect(submission?.mailing).toBe(at(1))
    expect(await stores.mailLog.save({ ...claimed, status: 'approved' }, { mails, next: 'owed' })).toBe(true)
    expect(await stores.submissions.load(`moved-${next}`)).toMatchObject({ status: 'approved', mails })
  })

  it('knows nothing of a submission that never was', async () => {
    expect(await stores.mailLog.claim('nobody', at(1), at(0))).toBeUndefined()
    expect(await stores.mailLog.save({ ...opened('nobody', 'x'), mailing: at(1) }, { mails: [], next: 'owed' })).toBe(false)
    expect([await stores.mailLog.ofBefore('nobody'), await stores.submissions.load('nobody')]).toEqual([[], undefined])
  })
})
