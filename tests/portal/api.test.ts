import { expect, it } from 'vitest'
import { createApi } from '../../portal/src/api.ts'

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

it('asks with the token, and unpacks lists', async () => {
  const { api, asked } = answering(json(200, { submissions: [] }), json(200, { submissions: [] }), json(200, {}))
  expect(await api.ofYear(2024)).toEqual([])
  expect(await api.inStatus('passed')).toEqual([])
  await api.detail('a/b')
  expect(asked.map(({ url }) => url)).toEqual(['/api/submissions?year=2024', '/api/submissions?status=passed', '/api/submissions/a%2Fb'])
  expect(asked.map(({ init }) => new Headers(init.headers).get('authorization'))).toEqual(Array(3).fill('Bearer the-token'))
})

it('posts decisions as JSON', async () => {
  const { api, asked } = answering(json(200, {}))
  await api.review('s', { decision: 'return', reason: '请补充' })
  expect(asked[0]).toMatchObject({
    url: '/api/submissions/s/review',
    init: { method: 'POST', body: '{"decision":"return","reason":"请补充"}' },
  })
})

it('posts explanations to the submission, and waivers to the agency', async () => {
  const { api, asked } = answering(json(201, {}), json(201, {}))
  await api.explain('s/1', { key: 'k', text: '确为万元' })
  await api.waive('min', { rule: 'table4-total', place: '4/0/4', reason: '合并', expires: '2025-03-31' })
  expect(asked.map(({ url, init }) => [url, init.method])).toEqual([
    ['/api/submissions/s%2F1/explanations', 'POST'],
    ['/api/agencies/min/waivers', 'POST'],
  ])
})

it.each([
  ['problem details', json(403, { detail: '没有权限。' }), 'refused', '没有权限。'],
  ['a page where JSON should be', () => new Response('<html>', { status: 200 }), 'again', '系统暂时不能处理'],
  ['an expired session', () => new Response('', { status: 401 }), 'session', '登录已失效'],
])('has words for %s', async (_, answer, kind, words) => {
  const { api } = answering(answer)
  await expect(api.detail('s')).rejects.toMatchObject({ kind, message: expect.stringContaining(words) })
})

it('has words for a network that is down', async () => {
  await expect(answering().api.ofYear(2024)).rejects.toMatchObject({ kind: 'again', message: expect.stringContaining('网络不通') })
})
