import { beforeEach, describe, expect, it } from 'vitest'
import { createHandler } from '../../functions/recall-submission/handler.ts'
import { createHandler as createReview } from '../../functions/review-submission/handler.ts'
import { ROUTES } from '../../shared/http-api/routes.ts'
import { type Status, wordsOf } from '../../shared/submission/lifecycle.ts'
import type { FakePorts } from '../fakes/fake-ports.ts'
import { ask } from './invoke.ts'
import { CLERK, failOnce, OTHER_CLERK, place, REVIEWER, startTown, statusOf } from './town.ts'

let ports: FakePorts
beforeEach(async () => {
  ports = await startTown()
})
const recall = (claims: Record<string, string> = CLERK, id = 's1') => ask(createHandler(ports), ROUTES.recallSubmission, { claims, id })

describe('recall-submission', () => {
  it('takes a waiting version back, notes who did, and tells notify-agency', async () => {
    await place(ports, 's1', 'passed')
    const { status, json } = await recall()
    expect([status, json.status]).toEqual([200, 'recalled'])
    expect((await ports.submissions.load('s1'))?.history.at(-1)).toMatchObject({ status: 'recalled', by: CLERK.sub })
    expect(ports.queue.told).toEqual(['s1 → notify-agency'])
  })

  it('also for a colleague of whoever handed it in', async () => {
    await place(ports, 's1', 'passed', { submittedBy: 'somebody' })
    expect((await recall()).status).toBe(200)
  })

  it('tells the next function again when it is asked again, as after a crash', async () => {
    await place(ports, 's1', 'passed')
    failOnce(ports.queue, 'send')
    expect((await recall()).status).toBe(500)
    expect((await recall()).status).toBe(200)
    expect((await ports.submissions.load('s1'))?.history).toHaveLength(2)
    expect(ports.queue.told).toEqual(['s1 → notify-agency'])
  })

  it('or is too late: one of a recall and an approval at the same time is refused', async () => {
    await place(ports, 's1', 'passed')
    const approve = ask(createReview(ports), ROUTES.reviewSubmission, { claims: REVIEWER, id: 's1', body: { decision: 'approve' } })
    const answers = await Promise.all([recall(), approve])
    expect(answers.map(({ status }) => status).toSorted()).toEqual([200, 409])
    expect(ports.queue.told).toHaveLength(1)
  })
})

describe('recall-submission refuses in words', () => {
  it.each(['parsed', 'failed', 'approved', 'published', 'replaced'] as Status[])('one that is %s', async (status) => {
    await place(ports, 's1', status)
    const { status: code, problem } = await recall()
    expect([code, problem.detail]).toEqual([409, expect.stringContaining(`“${wordsOf(status).label}”`)])
    expect([await statusOf(ports, 's1'), ports.queue.told]).toEqual([status, []])
  })

  it.each([
    ['a reviewer', REVIEWER, 's1', 403, '只有本单位的填报人员'],
    ['a clerk of another agency', OTHER_CLERK, 's1', 404, '没有这份报告'],
    ['for a submission that is none', CLERK, 'nobody', 404, '没有这份报告'],
  ] as const)('%s', async (_name, claims, id, code, says) => {
    await place(ports, 's1', 'passed')
    const { status, problem } = await recall(claims, id)
    expect([status, problem.detail]).toEqual([code, expect.stringContaining(says)])
    expect(await statusOf(ports, 's1')).toBe('passed')
  })
})
