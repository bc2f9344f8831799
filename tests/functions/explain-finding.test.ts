import { beforeEach, describe, expect, it } from 'vitest'
import { createHandler as browse } from '../../functions/browse-submissions/handler.ts'
import { createHandler } from '../../functions/explain-finding/handler.ts'
import { createHandler as notify } from '../../functions/notify-agency/handler.ts'
import { assessments } from '../../functions/stored/results.ts'
import type { Finding } from '../../shared/findings/finding.ts'
import { findingKey } from '../../shared/findings/finding-key.ts'
import { ROUTES } from '../../shared/http-api/routes.ts'
import { assessmentOf } from '../assessment/assessment-of.ts'
import type { FakePorts } from '../fakes/fake-ports.ts'
import { ask, deliver } from './invoke.ts'
import { CLERK, MINZHENG, OTHER_CLERK, place, REVIEWER, startTown, YEAR } from './town.ts'

const warning = (actual: number): Finding => ({
  rule: 'section-titles-official',
  severity: 'warning',
  places: [{ part: '第一部分', section: 1 }],
  facts: { printed: `概述${actual}`, official: '总体情况' },
})
const error: Finding = { ...warning(1), severity: 'error', rule: 'sections-in-order' }
const TEXT = '沿用机构名称'

let ports: FakePorts
beforeEach(async () => {
  ports = await startTown()
  await stored('s1', warning(1), error)
})
const stored = async (id: string, ...findings: Finding[]) => {
  await place(ports, id, 'passed', { verdict: 'pass' })
  await assessments.write(ports.uploads, id, assessmentOf(findings))
}
const explain = (finding: Finding, claims: Record<string, string> = CLERK, id = 's1', text = TEXT) =>
  ask(createHandler(ports), ROUTES.explainFinding, { claims, id, body: { key: findingKey(finding), text } })
const detail = async (id: string) => (await ask(browse(ports), ROUTES.showSubmission, { claims: REVIEWER, id })).json

describe('explain-finding', () => {
  it('keeps who said what, and when, of a warning', async () => {
    const { status, json } = await explain(warning(1))
    const explanation = { key: findingKey(warning(1)), text: TEXT, by: CLERK.sub, at: '2025-01-15T08:00:00.000Z' }
    expect([status, json]).toEqual([201, explanation])
    expect(await ports.explanations.ofAgencyAndYear(MINZHENG.id, YEAR)).toEqual([explanation])
  })

  it('takes the place of what was said before', async () => {
    await explain(warning(1))
    await explain(warning(1), CLERK, 's1', '另有原因')
    expect(await ports.explanations.ofAgencyAndYear(MINZHENG.id, YEAR)).toMatchObject([{ text: '另有原因' }])
  })

  it('is shown to the reviewer, who sees what is not explained', async () => {
    expect((await detail('s1')).unexplained).toBe(1)
    await explain(warning(1))
    const { findings, unexplained } = await detail('s1')
    expect([unexplained, findings[0]?.explanation?.text, findings[1]?.explanation]).toEqual([0, TEXT, null])
  })

  it('counts down what is left to explain, and never up', async () => {
    await stored('s4', warning(1), warning(2), warning(3))
    const left = async () => (await ports.submissions.load('s4'))?.unexplained
    await explain(warning(1), CLERK, 's4')
    expect(await left()).toBe(2)
    await explain(warning(2), CLERK, 's4')
    await explain(warning(2), CLERK, 's4', '另有原因')
    expect(await left()).toBe(1)
    await ports.submissions.noteUnexplained('s4', 2)
    expect(await left()).toBe(1)
  })

  it('is carried over to the next upload until the value changes', async () => {
    await explain(warning(1))
    await stored('s2', warning(1))
    await stored('s3', warning(2))
    expect([(await detail('s2')).unexplained, (await detail('s3')).unexplained]).toEqual([0, 1])
  })

  it('is told in the mail, as is that a warning is not explained', async () => {
    await explain(warning(1))
    await stored('s2', warning(1), warning(2))
    await deliver(notify(ports), { submission: 's2' })
    const text = ports.mailer.sent[0]?.text ?? ''
    expect(text).toContain(`单位说明:${TEXT}`)
    expect(text).toContain('单位说明:尚未说明')
  })

  it('is refused in words', async () => {
    await place(ports, 'approved', 'approved')
    await place(ports, 'parsed', 'parsed')
    const cases = [
      [await explain(error), 409, '请改正后重新提交'],
      [await explain(warning(3)), 404, '没有这条核查意见'],
      [await explain(warning(1), REVIEWER), 403, '只有本单位的填报人员'],
      [await explain(warning(1), OTHER_CLERK), 404, '没有这份报告'],
      [await explain(warning(1), CLERK, 'nobody'), 404, '没有这份报告'],
      [await explain(warning(1), CLERK, 'approved'), 409, '不能再补充说明'],
      [await explain(warning(1), CLERK, 'parsed'), 409, '不能再补充说明'],
      [await explain(warning(1), CLERK, 's1', '  '), 400, '请写明情况'],
    ] as const
    for (const [{ status, problem }, code, says] of cases) expect([status, problem.detail]).toEqual([code, expect.stringContaining(says)])
    expect(await ports.explanations.ofAgencyAndYear(MINZHENG.id, YEAR)).toEqual([])
  })
})
