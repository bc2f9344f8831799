import { serveStatic } from '@hono/node-server/serve-static'
import { type Context, Hono } from 'hono'
import { compress } from 'hono/compress'
import { openApiDocument } from '../shared/http-api/openapi.ts'
import { dataHeaders, pageHeaders } from '../shared/http-api/page-headers.ts'
import { routeKey } from '../shared/http-api/route.ts'
import { PORTAL_CLIENT } from '../shared/http-api/sign-in.ts'
import { FUNCTIONS, type FunctionName, functionSpec } from '../shared/pipeline.ts'
import { problem } from '../shared/submission/problem.ts'
import { answeredWith } from './answered-with.ts'
import type { Handlers } from './handlers.ts'
import type { Identity } from './identity.ts'

type HttpAnswer = { readonly statusCode: number; readonly headers?: Record<string, string>; readonly body?: string }

/** The event of API Gateway's HTTP API (payload 2.0) for a request whose token the authorizer has checked. */
const httpEvent = async ({ req }: Context, routeKey: string, claims: Record<string, unknown>) => ({
  version: '2.0',
  routeKey,
  rawPath: new URL(req.url).pathname,
  headers: req.header(),
  ...(Object.keys(req.query()).length > 0 && { queryStringParameters: req.query() }),
  ...(Object.keys(req.param()).length > 0 && { pathParameters: req.param() }),
  body: await req.text(),
  isBase64Encoded: false,
  requestContext: { http: { method: req.method }, authorizer: { jwt: { claims, scopes: null } } },
})

const unauthorised = (): Response =>
  Response.json(
    { ...problem(403, 'unknown-token', '登录凭证无效或已过期,请重新登录。'), status: 401, title: '未登录' },
    {
      status: 401,
      headers: { 'content-type': 'application/problem+json', 'www-authenticate': 'Bearer' },
    },
  )

const api = (handlers: Handlers, identity: Identity): Hono => {
  const app = new Hono()
  for (const name of Object.keys(FUNCTIONS) as FunctionName[]) {
    const { trigger } = functionSpec(name)
    if (!('routes' in trigger)) continue
    for (const route of trigger.routes)
      app.on(route.method, route.path.replaceAll(/\{(\w+)\}/g, ':$1'), async (c) => {
        const token = /^Bearer (.+)$/.exec(c.req.header('authorization') ?? '')?.[1]
        const claims = token === undefined ? undefined : await identity.claimsOf(token)
        if (claims === undefined) return unauthorised()
        const { statusCode, headers, body } = (await handlers[name](await httpEvent(c, routeKey(route), claims))) as HttpAnswer
        return new Response(body ?? null, { status: statusCode, ...(headers && { headers }) })
      })
  }
  return app
}

type Portal = {
  /** Where the built portal lies. */
  readonly portalFolder: string
  readonly issuer: string
  /** Where files are uploaded to. */
  readonly uploads: string
}

const configOf = (issuer: string): string =>
  `window.NIANBAO = ${JSON.stringify({ apiUrl: '/api', signIn: { issuer, clientId: PORTAL_CLIENT } })}\n`

/** The portal's files, and the HTTP functions under `/api`, as API Gateway would call them. */
export const gateway = (handlers: Handlers, identity: Identity, { portalFolder, issuer, uploads }: Portal): Hono =>
  new Hono()
    .use(compress())
    .use('/api/*', answeredWith(dataHeaders()))
    .use(answeredWith(pageHeaders({ connect: [issuer, uploads] })))
    .get('/api/openapi.json', (c) => c.json(openApiDocument()))
    .route('/api', api(handlers, identity))
    .get('/config.js', (c) => c.body(configOf(issuer), 200, { 'content-type': 'text/javascript; charset=utf-8' }))
    .use('*', serveStatic({ root: portalFolder }))
