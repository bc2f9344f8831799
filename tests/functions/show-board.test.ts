import { beforeEach, describe, expect, it } from 'vitest'
import { createHandler } from '../../functions/show-board/handler.ts'
import { ROUTES } from '../../shared/http-api/routes.ts'
import { STATUSES, type Status } from '../../shared/submission/lifecycle.ts'
import type { FakePorts } from '../fakes/fake-ports.ts'
import { ask } from './invoke.ts'
import { CLERK, MINZHENG, place, REVIEWER, SHUILI, startTown, YEAR } from './town.ts'

let ports: FakePorts
beforeEach(async () => {
  ports = await startTown()
})

const board = async (claims: Record<string, string> = REVIEWER) =>
  (await ask(createHandler(ports), ROUTES.showBoard, { claims, query: { year: `${YEAR}` } })).json
const stateOf = async (agency = MINZHENG.id) => (await board()).rows.find(({ agencyId }) => agencyId === agency)?.state

describe('show-board', () => {
  it('has no row for an agency that never filed, one for each that did, and none of other years', async () => {
    expect(await board()).toEqual({ year: YEAR, governments: '2025-03-31', departments: '2025-01-31', rows: [] })
    await place(ports, 's1', 'passed', { receivedAt: '2025-01-15T08:00:00.000Z', verdict: 'pass' })
    await place(ports, 's2', 'failed', {
      agencyId: SHUILI.id,
      verdict: 'fail',
      counts: { error: 2, warning: 3, notice: 0 },
      unexplained: 1,
    })
    await place(ports, 's3', 'passed', { year: YEAR - 1 })
    expect((await board()).rows).toEqual([
      {
        ...{ agencyId: MINZHENG.id, submissionId: 's1', state: 'waiting', status: 'passed', verdict: 'pass', version: 1, risk: 0 },
        ...{ since: '2025-01-15T08:00:00.000Z', receivedAt: '2025-01-15T08:00:00.000Z', openWarnings: 0 },
      },
      {
        ...{ agencyId: SHUILI.id, submissionId: 's2', state: 'failed', status: 'failed', verdict: 'fail', version: 1, risk: 9 },
        ...{ since: '2025-01-15T08:00:00.000Z', counts: { error: 2, warning: 3, notice: 0 }, openWarnings: 1 },
      },
    ])
  })

  it('tells an agency by its newest version', async () => {
    await place(ports, 's1', 'published')
    expect(await stateOf()).toBe('published')
    await place(ports, 's2', 'failed')
    expect((await board()).rows).toMatchObject([{ submissionId: 's2', state: 'failed', version: 2, earlierInPublic: true }])
    await place(ports, 's3', 'passed')
    expect(await stateOf()).toBe('waiting')
    await place(ports, 's4', 'recalled') // What was taken back hides none before it,
    await place(ports, 's5', 'requested') // nor what never came.
    expect((await board()).rows).toMatchObject([{ submissionId: 's3', state: 'waiting' }])
  })

  it('has a place for every status', async () => {
    const states: Partial<Record<Status, string>> = {}
    for (const status of STATUSES) {
      ports = await startTown()
      await place(ports, 's1', status)
      states[status] = (await stateOf()) ?? 'no row'
    }
    expect(states).toEqual({
      ...{ requested: 'not-filed', lapsed: 'not-filed', recalled: 'not-filed', uploaded: 'checking', parsed: 'checking' },
      ...{ failed: 'failed', unreadable: 'failed', passed: 'waiting', replaced: 'waiting', returned: 'returned' },
      ...{ approved: 'approved', published: 'published', superseded: 'published', withdrawn: 'withdrawn' },
    })
  })

  it('puts what needs a look before others: texts of others, waived errors, warnings that nobody explained, and late ones', async () => {
    const counts = { error: 0, warning: 2, notice: 0 }
    const risk = async (changes: object) => {
      ports = await startTown()
      await place(ports, 's1', 'passed', changes)
      return (await board()).rows[0]?.risk ?? -1
    }
    const inOrder = [
      await risk({ alike: true, counts, unexplained: 2 }),
      await risk({ counts: { ...counts, waived: 2 } }),
      await risk({ counts, unexplained: 2 }),
      await risk({ counts, unexplained: 0 }),
      await risk({ receivedAt: '2025-01-31T16:00:00.000Z' }),
      await risk({ receivedAt: '2025-01-31T15:59:59.000Z' }),
    ]
    expect(inOrder).toEqual(inOrder.toSorted((a, b) => b - a))
    expect(new Set(inOrder).size).toBe(inOrder.length)
    expect(inOrder.at(-1)).toBe(0)
  })

  it('shows a reviewer of a part that part, and a clerk nothing', async () => {
    await place(ports, 's1', 'passed')
    await place(ports, 's2', 'passed', { agencyId: SHUILI.id })
    expect((await board({ sub: 'part', role: 'reviewer', scope: SHUILI.id })).rows.map(({ agencyId }) => agencyId)).toEqual([SHUILI.id])
    expect((await ask(createHandler(ports), ROUTES.showBoard, { claims: CLERK })).status).toBe(403)
  })
})
