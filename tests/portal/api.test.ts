import { expect, it } from 'vitest'
import { createApi } from '../../portal/src/api.ts'
import { submissionDetail } from '../../shared/http-api/submission-detail.ts'
import { summaryOf } from '../../shared/http-api/summary.ts'
import { problem } from '../../shared/submission/problem.ts'
import { submissionOf } from '../publication/report-by-hand.ts'

const answering = (...answers: (() => Response)[]) => {
  const asked: { url: string; init: RequestInit }[] = []
  const api = createApi('/api', 'the-token', async (url, init) => {
    asked.push({ url, init })
    const answer = answers.shift()
    if (answer === undefined) throw new TypeError('Failed to fetch')
    return answer()
  })
  return { api, asked }
}

const json = (status: number, body: unknown) => () => Response.json(body, { status })

const SUMMARY = summaryOf(submissionOf({ status: 'returned' }), '')
const DETAIL = submissionDetail({
  submission: submissionOf({ status: 'returned' }),
  siteUrl: '',
  assessment: undefined,
  comparison: undefined,
  explanations: [],
})

it('asks with the token, and passes on what is answered', async () => {
  const { api, asked } = answering(json(200, { submissions: [] }), json(200, { submissions: [SUMMARY] }), json(200, DETAIL))
  expect(await api.listSubmissions({ query: { year: 2024 } })).toEqual({ submissions: [] })
  expect(await api.listSubmissions({ query: { status: 'passed' } })).toEqual({ submissions: [SUMMARY] })
  expect(await api.showSubmission({ params: { id: 'a/b' } })).toEqual(DETAIL)
  expect(asked.map(({ url }) => url)).toEqual(['/api/submissions?year=2024', '/api/submissions?status=passed', '/api/submissions/a%2Fb'])
  expect(asked.map(({ init }) => new Headers(init.headers).get('authorization'))).toEqual(Array(3).fill('Bearer the-token'))
})

it('posts decisions as JSON', async () => {
  const { api, asked } = answering(json(200, SUMMARY))
  await api.reviewSubmission({ params: { id: 's' }, body: { decision: 'return', reason: '请补充' } })
  expect(asked[0]).toMatchObject({
    url: '/api/submissions/s/review',
    init: { method: 'POST', body: '{"decision":"return","reason":"请补充"}' },
  })
})

it('posts explanations to the submission, and waivers to the agency', async () => {
  const request = { rule: 'table4-total', place: '4/0/4', reason: '合并', expires: '2025-03-31' }
  const { api, asked } = answering(
    json(201, { key: 'k', text: '确为万元', by: 'a', at: '2025-01-15T08:00:00.000Z' }),
    json(201, { ...request, agencyId: 'min', grantedBy: 'b', grantedAt: '2025-01-15T08:00:00.000Z' }),
  )
  await api.explainFinding({ params: { id: 's/1' }, body: { key: 'k', text: '确为万元' } })
  await api.grantWaiver({ params: { id: 'min' }, body: request })
  expect(asked.map(({ url, init }) => [url, init.method])).toEqual([
    ['/api/submissions/s%2F1/explanations', 'POST'],
    ['/api/agencies/min/waivers', 'POST'],
  ])
})

it.each([
  ['problem details', json(403, problem(403, 'own-submission', '没有权限。')), 'refused', '没有权限。'],
  ['a page where JSON should be', () => new Response('<html>', { status: 200 }), 'again', '系统暂时不能处理'],
  ['an answer that is not in the contract', json(200, { ...DETAIL, findings: 'none' }), 'again', '系统暂时不能处理'],
  ['an expired session', () => new Response('', { status: 401 }), 'session', '登录已失效'],
])('has words for %s', async (_, answer, kind, words) => {
  const { api } = answering(answer)
  await expect(api.showSubmission({ params: { id: 's' } })).rejects.toMatchObject({ kind, message: expect.stringContaining(words) })
})

it('has words for a network that is down', async () => {
  await expect(answering().api.listAgencies({})).rejects.toMatchObject({ kind: 'again', message: expect.stringContaining('网络不通') })
})
