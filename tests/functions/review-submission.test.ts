import { beforeEach, describe, expect, it } from 'vitest'
import { createHandler } from '../../functions/review-submission/handler.ts'
import { ROUTES } from '../../shared/http-api/routes.ts'
import type { ReviewRequest } from '../../shared/http-api/submissions.ts'
import { type Status, wordsOf } from '../../shared/submission/lifecycle.ts'
import type { FakePorts } from '../fakes/fake-ports.ts'
import { ask } from './invoke.ts'
import { CLERK, failOnce, place, REVIEWER, startTown, statusOf } from './town.ts'

const APPROVE: ReviewRequest = { decision: 'approve' }
const RETURN: ReviewRequest = { decision: 'return', reason: '第五部分过于简单' }
const WITHDRAW: ReviewRequest = { decision: 'withdraw', reason: '附表有误' }

let ports: FakePorts
beforeEach(async () => {
  ports = await startTown()
})
const review = (body: unknown, claims: Record<string, string> = REVIEWER, id = 's1') =>
  ask(createHandler(ports), ROUTES.reviewSubmission, { claims, id, body })

describe('review-submission', () => {
  it.each([
    [APPROVE, 'passed', 'approved', ['publish-report']],
    [RETURN, 'passed', 'returned', ['notify-agency']],
    [WITHDRAW, 'published', 'withdrawn', ['publish-report', 'notify-agency']],
    [WITHDRAW, 'superseded', 'withdrawn', ['publish-report', 'notify-agency']],
  ] as const)('takes %o from %s to %s and tells %s', async (body, from, to, next) => {
    await place(ports, 's1', from)
    const { status, json } = await review(body)
    expect([status, json.status]).toEqual([200, to])
    const submission = await ports.submissions.load('s1')
    expect(submission?.reviewedBy).toBe(REVIEWER.sub)
    expect(submission?.history.at(-1)).toMatchObject({ status: to, by: REVIEWER.sub, ...('reason' in body && { note: body.reason }) })
    expect(ports.queue.told).toEqual(next.map((queue) => `s1 → ${queue}`))
  })

  it('keeps why a report was returned', async () => {
    await place(ports, 's1', 'passed')
    expect((await review(RETURN)).json.returnReason).toBe('第五部分过于简单')
  })

  it('tells the next function again when the same person decides the same again, as after a crash', async () => {
    await place(ports, 's1', 'published')
    failOnce(ports.queue, 'send')
    expect((await review(WITHDRAW)).status).toBe(500)
    expect((await review(WITHDRAW)).status).toBe(200)
    expect((await ports.submissions.load('s1'))?.history).toHaveLength(2)
    expect(ports.queue.told).toEqual(['s1 → publish-report', 's1 → notify-agency'])
  })

  it('takes a decision that comes again late for what it is, and does nothing more', async () => {
    await place(ports, 's1', 'passed')
    await review(APPROVE)
    await ports.submissions.advance('s1', 'approved', 'published', { at: ports.clock.now().toISOString() }, { page: '/minzheng/2024/v1/' })
    expect((await review(APPROVE)).json.status).toBe('published')
    expect(ports.queue.told).toEqual(['s1 → publish-report'])
    expect((await review(APPROVE, { sub: 'zhao-liu', role: 'reviewer' })).status).toBe(409)
  })

  it.each(['requested', 'lapsed', 'unreadable', 'failed', 'returned', 'recalled', 'withdrawn'] as const)(
    'approves one although a newer was handed in that is %s',
    async (newer) => {
      await place(ports, 's1', 'passed')
      await place(ports, 's2', newer)
      expect((await review(APPROVE)).json.status).toBe('approved')
    },
  )

  it('returns one although a newer version waits, and says again what was decided before that came', async () => {
    await place(ports, 's1', 'passed')
    await place(ports, 's2', 'passed')
    expect((await review(APPROVE, REVIEWER, 's2')).status).toBe(200)
    expect((await review(RETURN)).status).toBe(200)
    await place(ports, 's3', 'uploaded')
    expect((await review(APPROVE, REVIEWER, 's2')).status).toBe(200)
  })

  it('goes by how the newer version stands now', async () => {
    await place(ports, 's1', 'passed')
    await place(ports, 's2', 'requested')
    await ports.submissions.advance('s2', 'requested', 'uploaded', { at: ports.clock.now().toISOString() }, { version: 2 })
    expect((await review(APPROVE)).status).toBe(409)
  })

  it.each(['requested', 'lapsed'] as const)(
    'does not approve one whose newer version has come, and is read while it is still %s',
    async (newer) => {
      await place(ports, 's1', 'passed')
      await place(ports, 's2', newer)
      const file = { objectVersion: 'v1', sha256: 'ab'.repeat(32), bytes: 12 }
      await ports.claims.arrive({ id: 's2', agencyId: 'minzheng', year: 2024 }, { file, at: ports.clock.now().toISOString() })
      const { status, problem } = await review(APPROVE)
      expect([status, problem.detail]).toEqual([409, expect.stringContaining('第2版')])
    },
  )

  it.each(['zhao-liu', REVIEWER.sub])('takes one of two decisions that are made at the same time, the other by %s', async (sub) => {
    await place(ports, 's1', 'passed')
    const answers = await Promise.all([review(APPROVE), review(RETURN, { sub, role: 'reviewer' })])
    expect(answers.map(({ status }) => status).toSorted()).toEqual([200, 409])
    expect(ports.queue.told).toHaveLength(1)
  })
})

describe('review-submission refuses in words', () => {
  const refused = async (status: number, says: string, ...asked: Parameters<typeof review>) => {
    const before = await statusOf(ports, 's1')
    const answer = await review(...asked)
    expect(answer.status).toBe(status)
    expect(answer.type).toMatch('application/problem+json')
    expect(answer.problem.detail).toContain(says)
    expect([await statusOf(ports, 's1'), ports.queue.told]).toEqual([before, []])
  }

  it('what the reviewer submitted', async () => {
    await place(ports, 's1', 'passed', { submittedBy: REVIEWER.sub })
    await refused(403, '不能审核自己提交的报告', APPROVE)
  })

  it('a clerk', async () => {
    await place(ports, 's1', 'passed')
    await refused(403, '只有政府信息公开工作主管部门', APPROVE, CLERK)
  })

  it.each([
    [APPROVE, 'failed'],
    [RETURN, 'published'],
    [WITHDRAW, 'passed'],
    [APPROVE, 'approved'],
  ] as [ReviewRequest, Status][])('%o of one that is %s, and says so', async (body, status) => {
    await place(ports, 's1', status)
    await refused(409, `“${wordsOf(status).label}”`, body)
  })

  it.each(['uploaded', 'parsed', 'passed', 'approved', 'published'] as Status[])(
    'to approve what has a newer version that is %s',
    async (newer) => {
      await place(ports, 's1', 'passed')
      await place(ports, 's2', newer)
      await refused(409, `第2版(${wordsOf(newer).label})`, APPROVE)
    },
  )

  it('a submission that is none', () => refused(404, '没有这份报告', APPROVE, REVIEWER, 'nobody'))

  it.each([[{ decision: 'return' }], [{ decision: 'withdraw', reason: '  ' }]])('%o, without a reason', async (body) => {
    await place(ports, 's1', 'passed')
    await refused(400, '请写明理由', body)
  })

  it('a decision that is none', async () => {
    await place(ports, 's1', 'passed')
    await refused(400, 'decision', { decision: 'delete' })
  })
})
