import { beforeEach, describe, expect, it } from 'vitest'
import { createHandler } from '../../functions/request-upload/handler.ts'
import { ruleSetDigest } from '../../shared/assessment/rule-set.ts'
import { ROUTES } from '../../shared/http-api/routes.ts'
import { UPLOAD_LIMITS } from '../../shared/submission/admit-upload.ts'
import type { FakePorts } from '../fakes/fake-ports.ts'
import { ask } from './invoke.ts'
import { CLERK, MINZHENG, place, REVIEWER, startTown, YEAR } from './town.ts'

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
  for (const status of ['uploaded', 'failed', 'passed', 'returned', 'published'] as const)
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

  it('but not when it was withdrawn', async () => {
    await place(ports, 'withdrawn', 'withdrawn', { file: FILE })
    expect((await request()).status).toBe(201)
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
