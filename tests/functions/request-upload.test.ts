import { beforeEach, describe, expect, it } from 'vitest'
import { createHandler } from '../../functions/request-upload/handler.ts'
import { ruleSetDigest } from '../../shared/assessment/rule-set.ts'
import { ROUTES } from '../../shared/http-api/routes.ts'
import { UPLOAD_LIMITS } from '../../shared/submission/admit-upload.ts'
import type { Status } from '../../shared/submission/lifecycle.ts'
import type { Submission } from '../../shared/submission/submission.ts'
import { besideOf } from '../../shared/submission/verdict-basis.ts'
import type { FakePorts } from '../fakes/fake-ports.ts'
import { ask } from './invoke.ts'
import { CLERK, failOnce, MINZHENG, OTHER_CLERK, place, REVIEWER, startTown, YEAR } from './town.ts'

const SHA = 'ab'.repeat(32)
const body = {
  year: YEAR,
  fileName: '2024年度报告.docx',
  contentType: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  bytes: 40_000,
  sha256: SHA,
}
const FILE = { objectVersion: 'v1', sha256: SHA, bytes: 40_000 }

let ports: FakePorts
beforeEach(async () => {
  ports = await startTown()
})
const request = (changes: object = {}, claims: Record<string, string> = CLERK) =>
  ask(createHandler(ports), ROUTES.requestUpload, { claims, body: { ...body, ...changes } })

describe('request-upload opens a submission', () => {
  it('and signs one upload for it: this key, this type, these bytes', async () => {
    const { status, json } = await request()
    expect(status).toBe(201)
    const { submission } = json
    expect(submission).toMatchObject({ agencyName: MINZHENG.name, year: YEAR, status: 'requested', submittedBy: CLERK.sub })
    expect(submission).not.toHaveProperty('version')
    const key = `uploads/${MINZHENG.id}/${submission.id}`
    expect(ports.uploadSigner.signed).toEqual([{ key, contentType: body.contentType, sha256: SHA, ...UPLOAD_LIMITS }])
    expect(json).toMatchObject({ unchanged: false, upload: { fields: { key } } })
    expect(await ports.submissions.load(submission.id)).toMatchObject({
      key,
      declaredSha256: SHA,
      history: [{ status: 'requested', by: CLERK.sub }],
    })
  })

  it('for a file whose type the browser does not know', async () => {
    await request({ contentType: '' })
    await request({ contentType: 'Text/HTML; charset=gbk' })
    expect(ports.uploadSigner.signed.map(({ contentType }) => contentType)).toEqual(['application/octet-stream', 'text/html'])
  })

  it('for the running year too, by the calendar of Shanghai', async () => {
    expect((await request({ year: 2025 })).status).toBe(201)
    expect((await request({ year: 2026 })).status).toBe(400)
    ports.passMinutes(350 * 24 * 60 + 8 * 60 + 1) // 16:01 on 31 December in UTC
    expect((await request({ year: 2026 })).status).toBe(201)
  })
})

describe('request-upload shows the earlier submission of the same file', () => {
  for (const status of ['uploaded', 'failed', 'passed', 'published'] as const)
    it(`when it is ${status}`, async () => {
      await place(ports, 'earlier', status, { file: FILE })
      const { status: code, json } = await request()
      expect([code, json.unchanged, json.submission.id]).toEqual([200, true, 'earlier'])
      expect(ports.uploadSigner.signed).toEqual([])
    })

  it('also when later requests never came to an upload', async () => {
    await place(ports, 'earlier', 'failed', { file: FILE })
    await place(ports, 'lapsed', 'lapsed')
    await place(ports, 'requested', 'requested')
    expect((await request()).json.submission.id).toBe('earlier')
  })

  it('as long as the rules are those of its verdict', async () => {
    await place(ports, 'earlier', 'failed', { file: FILE, verdict: 'fail', ruleSet: await ruleSetDigest() })
    expect((await request()).status).toBe(200)
    await place(ports, 'by-other-rules', 'failed', { file: FILE, verdict: 'fail', ruleSet: 'older' })
    expect((await request()).status).toBe(201)
  })

  it('also when another file came since', async () => {
    await place(ports, 'earlier', 'superseded', { file: FILE })
    await place(ports, 'newer', 'published', { file: { ...FILE, sha256: 'cd'.repeat(32) } })
    expect((await request()).json.submission.id).toBe('earlier')
  })

  it.each(['withdrawn', 'returned', 'recalled', 'replaced'] as const)('but not when it was %s', async (status) => {
    await place(ports, 'earlier', status, { file: FILE })
    const { status: code, json } = await request()
    expect([code, json.submission.id === 'earlier']).toEqual([201, false])
  })
})

describe('requests for the same file of the same agency and year are one submission', () => {
  const idsOf = (answers: Awaited<ReturnType<typeof request>>[]) => new Set(answers.map(({ json }) => json.submission.id)).size
  const requested = () => ports.lists.inStatus('requested')
  /** Brings the one submission that was asked for to a status. */
  const bring = async (id: string, status: Status, changes: Partial<Submission> = {}) => {
    const submission = await ports.submissions.load(id)
    ports.submissions.load = async () => submission && { ...submission, status, file: FILE, version: 1, ...changes }
  }

  it('at once: each may upload it, to one key', async () => {
    const answers = await Promise.all(Array.from({ length: 8 }, () => request()))
    expect(answers.map(({ status }) => status)).toEqual(answers.map(() => 201))
    expect([idsOf(answers), (await requested()).length]).toEqual([1, 1])
    expect(new Set(ports.uploadSigner.signed.map(({ key }) => key)).size).toBe(1)
  })

  it('one after the other, before the file has come and after', async () => {
    const first = await request()
    expect(idsOf([first, await request({ fileName: '另一个名字.docx' })])).toBe(1)
    await bring(first.json.submission.id, 'parsed')
    const later = await request()
    expect([later.status, idsOf([first, later])]).toEqual([200, 1])
  })

  it('also after a crash between the claim and the submission', async () => {
    failOnce(ports.submissions, 'create')
    expect((await request()).status).toBe(500)
    expect(await requested()).toEqual([])
    expect(idsOf(await Promise.all([request(), request()]))).toBe(1)
    expect(await requested()).toHaveLength(1)
  })

  it('but not those of other agencies, years and files', async () => {
    const others = [{ year: YEAR - 1 }, { sha256: 'cd'.repeat(32) }]
    const answers = [await request(), ...(await Promise.all(others.map((changes) => request(changes)))), await request({}, OTHER_CLERK)]
    expect(idsOf(answers)).toBe(4)
  })

  it.each(['returned', 'recalled', 'withdrawn', 'replaced', 'lapsed'] as const)('and a new one, once, after it was %s', async (status) => {
    const first = await request()
    const { load } = ports.submissions
    await bring(first.json.submission.id, status)
    const standing = ports.submissions.load
    ports.submissions.load = (id) => (id === first.json.submission.id ? standing(id) : load(id))
    const answers = await Promise.all([request(), request(), request()])
    expect([idsOf(answers), idsOf([first, ...answers])]).toEqual([1, 2])
  })

  describe('while the verdict would be the same', () => {
    const judged = async (changes: Partial<Submission> = {}) => {
      const known = { ruleSet: await ruleSetDigest(), judgedBeside: besideOf(await ports.agencies.load(MINZHENG.id), undefined) }
      await place(ports, 'earlier', 'passed', { file: FILE, verdict: 'pass', ...known, ...changes })
    }
    const isNew = async () => (await request()).status === 201

    it('and nothing that it hangs on has changed', async () => {
      await judged()
      expect(await isNew()).toBe(false)
    })

    it('not under another rule set', async () => {
      await judged({ ruleSet: 'older' })
      expect(await isNew()).toBe(true)
    })

    it.each([{ aliases: ['民政局'] }, { name: '青禾市民政和社会工作局' }, { kind: 'department' }] as const)(
      'not when the agency is another: %o',
      async (change) => {
        await judged()
        await ports.agencies.save({ ...MINZHENG, ...change })
        expect(await isNew()).toBe(true)
      },
    )

    it('not when another report of last year stands in public', async () => {
      await judged()
      const of = { agencyId: MINZHENG.id, agencyName: MINZHENG.name, year: YEAR - 1, version: 1, submissionId: 'before' }
      await ports.publications.put({ ...of, title: '', page: '', publishedAt: '' }, { at: '', over: undefined })
      expect(await isNew()).toBe(true)
    })

    it('not when a waiver was granted since it failed, or ran out since it passed by one', async () => {
      const waiver = { agencyId: MINZHENG.id, rule: 'table4-total', place: '四', reason: '合并', grantedBy: 'li-si' }
      await judged({ counts: { error: 0, warning: 0, notice: 0, waived: 1 } })
      await ports.waivers.put({ ...waiver, expires: '2025-01-31', grantedAt: '2025-01-10T08:00:00.000Z' })
      expect(await isNew()).toBe(false)
      ports.passMinutes(30 * 24 * 60)
      expect(await isNew()).toBe(true)
    })

    it('also what was judged before anybody noted what beside', async () => {
      await place(ports, 'earlier', 'passed', { file: FILE, verdict: 'pass', ruleSet: await ruleSetDigest() })
      expect(await isNew()).toBe(false)
    })
  })
})

describe('request-upload refuses in words', () => {
  const cases: [name: string, status: number, changes: object, says: string, claims?: Record<string, string>][] = [
    ['an empty file', 400, { bytes: 0 }, '是空的'],
    ['a file over the limit', 413, { bytes: UPLOAD_LIMITS.maxBytes + 1 }, '上限25 MB'],
    ['a picture', 415, { contentType: 'image/png' }, '不是可以报送的格式。请提交Word'],
    ['a year before the form', 400, { year: 2018 }, '2019至2025年'],
    ['a year to come', 400, { year: 2026 }, '2019至2025年'],
    ['a hash that is none', 400, { sha256: 'abc' }, 'SHA-256'],
    ['a year in words', 400, { year: '二〇二四' }, 'year'],
    ['a reviewer', 403, {}, '只有填报单位的填报人员', REVIEWER],
    ['a clerk of no agency', 403, {}, '只有填报单位的填报人员', { sub: 'x', role: 'clerk' }],
    ['a clerk of an unknown agency', 403, {}, '尚未登记', { ...CLERK, agency: 'nobody' }],
    ['an account without a role', 403, {}, '没有填报或审核的身份', { sub: 'x' }],
  ]
  for (const [name, status, changes, says, claims] of cases)
    it(name, async () => {
      const answer = await request(changes, claims)
      expect(answer.status).toBe(status)
      expect(answer.type).toMatch('application/problem+json')
      expect(answer.problem).toMatchObject({ status, detail: expect.stringContaining(says) })
      expect(await ports.lists.inStatus('requested')).toEqual([])
    })

  it('what is no JSON, or far too much of it', async () => {
    const handler = createHandler(ports)
    expect((await ask(handler, ROUTES.requestUpload, { claims: CLERK, body: '{' })).status).toBe(400)
    expect((await ask(handler, ROUTES.requestUpload, { claims: CLERK, body: 'x'.repeat(20_000) })).status).toBe(413)
  })

  it('and says nothing of what broke inside', async () => {
    ports.agencies.load = () => Promise.reject(new Error('secret endpoint 10.0.0.7'))
    const { status, type, problem } = await request()
    expect([status, problem.status]).toEqual([500, 500])
    expect(type).toMatch('application/problem+json')
    expect(JSON.stringify(problem)).not.toMatch('secret')
    expect(ports.log.lines).toContain('error request failed')
  })
})
