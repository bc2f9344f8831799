import { beforeEach, describe, expect, it } from 'vitest'
import { createHandler } from '../../functions/browse-submissions/handler.ts'
import { assessments } from '../../functions/stored/results.ts'
import type { Finding } from '../../shared/findings/finding.ts'
import { ROUTES } from '../../shared/http-api/routes.ts'
import { assessmentOf } from '../assessment/assessment-of.ts'
import type { FakePorts } from '../fakes/fake-ports.ts'
import { ask } from './invoke.ts'
import { CLERK, OTHER_CLERK, place, REVIEWER, SHUILI, startTown } from './town.ts'

let ports: FakePorts
beforeEach(async () => {
  ports = await startTown()
  const shuili = { agencyId: SHUILI.id, agencyName: SHUILI.name }
  await place(ports, 'm1', 'superseded')
  await place(ports, 'm2', 'published', { page: '/minzheng/2024/v2/' })
  await place(ports, 'm3', 'passed')
  await place(ports, 'm2023', 'failed', { year: 2023 })
  await place(ports, 's1', 'passed', shuili)
  await place(ports, 's2', 'failed', shuili)
})

type Claims = Record<string, string>
const list = async (claims: Claims, query?: Claims) => {
  const { json } = await ask(createHandler(ports), ROUTES.listSubmissions, { claims, ...(query && { query }) })
  return json.submissions.map(({ id }) => id)
}
const open = (claims: Claims, id: string) => ask(createHandler(ports), ROUTES.showSubmission, { claims, id })

describe('browse-submissions lists', () => {
  it('to a clerk the own agency alone, whatever is asked for', async () => {
    expect(await list(CLERK, { year: '2024' })).toEqual(['m3', 'm2', 'm1'])
    expect(await list(CLERK, { year: '2023' })).toEqual(['m2023'])
    expect(await list(CLERK)).toEqual(['m3', 'm2', 'm1'])
    expect(await list(CLERK, { agency: SHUILI.id, status: 'passed' })).toEqual(['m3'])
    expect(await list({ sub: 'x', role: 'clerk' })).toEqual([])
  })

  it('to a reviewer what waits, any status, or any agency', async () => {
    expect(await list(REVIEWER)).toEqual(['m3', 's1'])
    expect(await list(REVIEWER, { status: 'failed' })).toEqual(['m2023', 's2'])
    expect(await list(REVIEWER, { agency: SHUILI.id, year: '2024' })).toEqual(['s2', 's1'])
  })

  it('nothing for a query that makes no sense', async () => {
    const handler = createHandler(ports)
    for (const query of [{ year: 'last' }, { status: 'lost' }])
      expect((await ask(handler, ROUTES.listSubmissions, { claims: REVIEWER, query })).problem).toMatchObject({ status: 400 })
  })

  it('nothing for a parameter that is misspelt, which is named', async () => {
    const { problem } = await ask(createHandler(ports), ROUTES.listSubmissions, { claims: REVIEWER, query: { yaer: '2024', year: '2024' } })
    expect(problem).toMatchObject({ status: 400, detail: '请求内容不符合要求。请求:没有名为“yaer”的参数' })
  })

  it('nothing for an id that no store could hold', async () => {
    const id = 'x'.repeat(513)
    for (const { problem } of [
      await open(REVIEWER, id),
      await ask(createHandler(ports), ROUTES.listSubmissions, { claims: REVIEWER, query: { agency: id } }),
    ])
      expect(problem).toMatchObject({ status: 400, detail: expect.stringMatching(/^请求内容不符合要求。(id|agency):\p{Script=Han}/u) })
  })
})

describe('browse-submissions shows', () => {
  it('findings in words, the history, and the page', async () => {
    const facts = { column: '自然人', expected: 101, actual: 100 }
    const finding: Finding = { rule: 'table3-balance', severity: 'error', places: [{ part: '表三 自然人列', section: 3 }], facts }
    await assessments.write(ports.uploads, 'm2', assessmentOf([finding]))
    const { status, json } = await open(CLERK, 'm2')
    expect(status).toBe(200)
    expect(json.pageUrl).toBe('https://site.example/minzheng/2024/v2/')
    expect(json.history).toHaveLength(1)
    expect(json.findings).toMatchObject([{ rule: 'table3-balance', expected: 101, message: expect.stringContaining('101') }])
  })

  it('no keys, hashes or versions of objects', async () => {
    const { json } = await open(REVIEWER, 'm3')
    expect(json).not.toHaveProperty('key')
    expect(json).not.toHaveProperty('declaredSha256')
    expect(json.findings).toEqual([])
  })

  it('nothing of another agency, just as of a submission that is none', async () => {
    const [other, none] = [await open(OTHER_CLERK, 'm2'), await open(OTHER_CLERK, 'nobody')]
    expect([other.status, none.status]).toEqual([404, 404])
    expect(other.problem).toEqual(none.problem)
    expect((await open(OTHER_CLERK, 's1')).status).toBe(200)
  })
})
