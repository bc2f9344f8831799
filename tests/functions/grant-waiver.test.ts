import { beforeEach, describe, expect, it } from 'vitest'
import { createHandler as browse } from '../../functions/browse-submissions/handler.ts'
import { createHandler } from '../../functions/grant-waiver/handler.ts'
import { createHandler as notify } from '../../functions/notify-agency/handler.ts'
import { createHandler as publish } from '../../functions/publish-report/handler.ts'
import { createHandler as requestUpload } from '../../functions/request-upload/handler.ts'
import { readings } from '../../functions/stored/results.ts'
import { createHandler as validate } from '../../functions/validate-report/handler.ts'
import { ROUTES } from '../../shared/http-api/routes.ts'
import type { SubmissionDetail } from '../../shared/http-api/submissions.ts'
import { readFile } from '../../shared/readers/read-file.ts'
import type { FakePorts } from '../fakes/fake-ports.ts'
import { ask, deliver } from './invoke.ts'
import { CLERK, faultyFile, MINZHENG, place, REVIEWER, startTown, statusOf, YEAR } from './town.ts'

let ports: FakePorts
beforeEach(async () => {
  ports = await startTown()
})

const FILE = { objectVersion: 'v1', sha256: 'ab'.repeat(32), bytes: 40_000 }
const REASON = '机构合并,上年数据无法核对'
const request = { rule: 'table3-balance', place: '3/0/0', reason: REASON, expires: '2025-03-31' }
const grant = (changes: object = {}, claims: Record<string, string> = REVIEWER, id = MINZHENG.id) =>
  ask(createHandler(ports), ROUTES.grantWaiver, { claims, id, body: { ...request, ...changes } })

/** An upload of the faulty file, checked. */
const upload = async (id: string) => {
  await place(ports, id, 'parsed', { file: FILE })
  await readings.write(ports.uploads, id, await readFile(faultyFile(), ports.readTools))
  expect(await deliver(validate(ports), { submission: id })).toEqual([])
  return (await ask(browse(ports), ROUTES.showSubmission, { claims: REVIEWER, id })).json
}
/** Waives every error of a checked upload, as the portal asks for it. */
const waiveAll = async ({ findings }: SubmissionDetail, expires?: string) => {
  const errors = findings.filter(({ severity }) => severity === 'error')
  for (const { rule, place: at } of errors) expect((await grant({ rule, place: at, ...(expires && { expires }) })).status, rule).toBe(201)
  return errors.length
}

describe('grant-waiver', () => {
  it('keeps who let what stand, why, and until when', async () => {
    const waiver = { agencyId: MINZHENG.id, ...request, grantedBy: REVIEWER.sub, grantedAt: '2025-01-15T08:00:00.000Z' }
    expect(await grant()).toMatchObject({ status: 201, json: waiver })
    expect(await ports.waivers.ofAgency(MINZHENG.id)).toEqual([waiver])
  })

  it('lets the next upload pass, whose error stays an error marked waived', async () => {
    const failed = await upload('s1')
    expect(failed.status).toBe('failed')
    const waived = await waiveAll(failed)
    ports.passMinutes(1)
    const passed = await upload('s2')
    expect(passed).toMatchObject({ status: 'passed', verdict: 'pass', counts: { error: 0, waived } })
    expect(passed.findings.filter(({ severity }) => severity === 'error')).toHaveLength(waived)
    for (const finding of passed.findings.filter(({ severity }) => severity === 'error'))
      expect(finding.waiver).toEqual({ reason: REASON, expires: request.expires })
    expect(await statusOf(ports, 's1')).toBe('failed')
  })

  it('holds for the calendar of Shanghai, through its last day', async () => {
    await waiveAll(await upload('s1'), '2025-01-15')
    ports.passMinutes(7 * 60 + 59) // 23:59 in Shanghai
    expect((await upload('s2')).status).toBe('passed')
    ports.passMinutes(1)
    expect((await upload('s3')).status).toBe('failed')
  })

  it('lets the very same file be judged anew', async () => {
    await waiveAll(await upload('s1'))
    const body = { year: YEAR, fileName: 'a.txt', contentType: 'text/plain', bytes: FILE.bytes, sha256: FILE.sha256 }
    expect((await ask(requestUpload(ports), ROUTES.requestUpload, { claims: CLERK, body })).status).toBe(200)
    ports.passMinutes(1)
    await grant()
    expect((await ask(requestUpload(ports), ROUTES.requestUpload, { claims: CLERK, body })).status).toBe(201)
  })

  it('is told in the mail and with the published report', async () => {
    await waiveAll(await upload('s1'))
    await upload('s2')
    await deliver(notify(ports), { submission: 's2' })
    const text = ports.mailer.sent[0]?.text ?? ''
    expect(text).toMatch(/^核查通过,等待审核:.*处已豁免/)
    expect(text).toContain(`豁免:${REASON}(至2025-03-31)`)
    expect(text).not.toContain('必须改正')

    const step = { at: ports.clock.now().toISOString(), by: REVIEWER.sub }
    await ports.submissions.advance('s2', 'passed', 'approved', step)
    expect(await deliver(publish(ports), { submission: 's2' })).toEqual([])
    const file = async (name: string) => new TextDecoder().decode(await ports.site.read(`minzheng/2024/v2/${name}`))
    expect(await file('index.html')).toContain(`<strong>已豁免:</strong>${REASON}(至2025-03-31)`)
    const published = JSON.parse(await file('report.json')) as { verdict: string; findings: object[] }
    expect(published.verdict).toBe('pass')
    expect(published.findings).toContainEqual(
      expect.objectContaining({ severity: 'error', waiver: { reason: REASON, expires: '2025-03-31' } }),
    )
  })

  it('is refused in words', async () => {
    const cases = [
      [await grant({}, CLERK), 403, '只有政府信息公开工作主管部门'],
      [await grant({}, REVIEWER, 'nobody'), 404, '没有登记这个单位'],
      [await grant({ rule: 'no-such-rule' }), 400, '没有可以豁免的错误'],
      [await grant({ rule: 'file-readable' }), 400, '没有可以豁免的错误'],
      [await grant({ rule: 'section-titles-official' }), 400, '没有可以豁免的错误'],
      [await grant({ expires: '2025-01-14' }), 400, '已经过去'],
      [await grant({ expires: '2025-02-30' }), 400, 'expires'],
      [await grant({ reason: ' ' }), 400, '请写明理由'],
    ] as const
    for (const [{ status, problem }, code, says] of cases) expect([status, problem.detail]).toEqual([code, expect.stringContaining(says)])
    expect(await ports.waivers.ofAgency(MINZHENG.id)).toEqual([])
  })
})

describe('a waiver', () => {
  const waiversOf = (claims: Record<string, string>, id = MINZHENG.id) => ask(createHandler(ports), ROUTES.listWaivers, { claims, id })
  const takeBack = (claims: Record<string, string> = REVIEWER, body: object = { rule: request.rule, place: request.place }) =>
    ask(createHandler(ports), ROUTES.takeBackWaiver, { claims, id: MINZHENG.id, body })

  it('is listed in words, those in force first', async () => {
    await grant({ expires: '2025-01-15' })
    await grant({ rule: 'table4-total', place: '4/0/4' })
    ports.passMinutes(24 * 60)
    const { json } = await waiversOf(REVIEWER)
    expect(json.waivers).toMatchObject([
      { rule: 'table4-total', where: '表四 行政复议 总计', inForce: true, grantedBy: REVIEWER.sub, reason: REASON },
      { rule: 'table3-balance', where: '表三 第1行“一、本年新收政府信息公开申请数量” 自然人列', inForce: false },
    ])
    expect((await waiversOf(CLERK)).status).toBe(403)
    expect((await waiversOf(REVIEWER, 'nobody')).status).toBe(404)
  })

  it('that is taken back lets no later upload pass, and says who took it back; the second time changes nothing', async () => {
    const failed = await upload('s1')
    await waiveAll(failed)
    for (const { rule, place: at } of failed.findings.filter(({ severity }) => severity === 'error')) {
      const { status, json } = await takeBack(REVIEWER, { rule, place: at })
      expect([status, json.takenBack]).toEqual([200, { by: REVIEWER.sub, at: '2025-01-15T08:00:00.000Z' }])
      ports.passMinutes(1)
      expect((await takeBack({ sub: 'zhao-liu', role: 'reviewer' }, { rule, place: at })).json).toEqual(json)
      ports.passMinutes(-1)
    }
    expect((await waiversOf(REVIEWER)).json.waivers.every(({ inForce }) => !inForce)).toBe(true)
    ports.passMinutes(1)
    expect((await upload('s2')).status).toBe('failed')
  })

  it('that nobody granted, or that a clerk would take back, is refused', async () => {
    expect((await takeBack()).problem).toMatchObject({ status: 404, detail: '没有这项豁免。' })
    await grant()
    expect((await takeBack(CLERK)).status).toBe(403)
    expect((await waiversOf(REVIEWER)).json.waivers).toMatchObject([{ inForce: true }])
  })
})
