import { zhCN } from 'zod/locales'
import * as z from 'zod/mini'
import { BODY_LIMIT, type ParsedRequest, type Route } from '../../shared/http-api/route.ts'
import { callerOf } from '../../shared/submission/claims.ts'
import type { Caller } from '../../shared/submission/permissions.ts'
import { problem } from '../../shared/submission/problem.ts'
import { Refusal } from './problem-details.ts'

z.config(zhCN())

/** What we read of an event of API Gateway's HTTP API (payload 2.0) whose JWT authorizer let the caller in. */
export const HttpEvent = z.object({
  routeKey: z.string(),
  requestContext: z.object({ authorizer: z.object({ jwt: z.object({ claims: z.record(z.string(), z.unknown()) }) }) }),
  pathParameters: z._default(z.record(z.string(), z.string()), {}),
  queryStringParameters: z._default(z.record(z.string(), z.string()), {}),
  body: z._default(z.string(), ''),
  isBase64Encoded: z._default(z.boolean(), false),
})
export type HttpEvent = z.output<typeof HttpEvent>

/** Who calls, by the token that the authorizer has checked. */
export const callerIn = ({ requestContext }: HttpEvent): Caller => {
  const caller = callerOf(requestContext.authorizer.jwt.claims)
  if (caller === null) throw new Refusal(problem(403, 'no-role', '您的账号没有填报或审核的身份,请联系管理员。'))
  return caller
}

const parseJson = (text: string): unknown => {
  try {
    return JSON.parse(text)
  } catch {
    throw new Refusal(problem(400, 'no-json', '请求内容不是有效的 JSON。'))
  }
}

/** The value as the schema has it; what is wrong with it is told in words. */
const check = (schema: z.core.$ZodType, value: unknown): unknown => {
  const parsed = z.safeParse(schema, value)
  if (parsed.success) return parsed.data
  const faults = parsed.error.issues.map(({ path, message }) => `${path.join('.') || '请求'}:${message}`)
  throw new Refusal(problem(400, 'invalid-request', `请求内容不符合要求。${faults.join(';')}`))
}

const jsonOf = ({ body, isBase64Encoded }: HttpEvent, limit: number): unknown => {
  if (body.length > limit) throw new Refusal(problem(413, 'body-too-large', `请求内容超过上限 ${limit / 1024} KB。`))
  return parseJson(isBase64Encoded ? Buffer.from(body, 'base64').toString() : body)
}

/** What came with the request, parsed by the contract of its route. */
export const requestOf = <R extends Route>(event: HttpEvent, route: R): ParsedRequest<R> => {
  const { params, query, body, bodyLimit = BODY_LIMIT }: Route = route
  return {
    ...(params && { params: check(params, event.pathParameters) }),
    ...(query && { query: check(query, event.queryStringParameters) }),
    ...(body && { body: check(body, jsonOf(event, bodyLimit)) }),
  } as ParsedRequest<R> // each part by the schema of its name
}
