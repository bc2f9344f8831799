import * as z from 'zod/mini'
import { Problem } from '../submission/problem.ts'
import type { AnswerOf, RequestOf, Route } from './route.ts'
import { ROUTES, type RouteName, type Routes } from './routes.ts'

type Sent = { readonly method: string; readonly headers: Record<string, string>; readonly body?: string; readonly cache: 'no-store' }
type Received = { readonly status: number; json(): Promise<unknown> }

export type Connection = {
  /** Without a slash at its end. */
  readonly apiUrl: string
  /** Bearer token, or what gives one for each request; without one every route refuses. */
  readonly token: string | undefined | (() => Promise<string>)
  readonly fetch: (url: string, init: Sent) => Promise<Received>
}

/** A refusal, or an answer that the contract does not have: then without a problem. */
export type Refused = { readonly status: number; readonly json?: undefined; readonly problem: Problem | undefined }
type Reply<R extends Route> = (AnswerOf<R> & { readonly problem?: undefined }) | Refused

/** Every route by its name; resolves with its answer or refusal, and rejects where `fetch` does. */
export type Replies = { readonly [Name in RouteName]: (request: RequestOf<Routes[Name]>) => Promise<Reply<Routes[Name]>> }

/** Every route by its name; resolves with the JSON of its answer. */
export type Client = { readonly [Name in RouteName]: (request: RequestOf<Routes[Name]>) => Promise<AnswerOf<Routes[Name]>['json']> }

type Parts = {
  readonly params?: Readonly<Record<string, unknown>>
  readonly query?: Readonly<Record<string, unknown>>
  readonly body?: unknown
}

const addressOf = ({ path }: Route, { params = {}, query = {} }: Parts): string => {
  const filled = path.replace(/\{(\w+)\}/g, (_, name: string) => encodeURIComponent(String(params[name])))
  const given = Object.entries(query).flatMap(([name, value]) => (value === undefined ? [] : [[name, String(value)]]))
  return given.length === 0 ? filled : `${filled}?${new URLSearchParams(given)}`
}

const ask = async ({ apiUrl, token: given, fetch: exchange }: Connection, route: Route, parts: Parts) => {
  const token = typeof given === 'function' ? await given() : given
  const response = await exchange(apiUrl + addressOf(route, parts), {
    method: route.method,
    headers: {
      ...(token !== undefined && { authorization: `Bearer ${token}` }),
      ...(parts.body !== undefined && { 'content-type': 'application/json' }),
    },
    ...(parts.body !== undefined && { body: JSON.stringify(parts.body) }),
    cache: 'no-store',
  })
  const { status } = response
  const json = await response.json().catch(() => undefined)
  const schema = status === 200 || status === 201 ? route.answers[status] : undefined
  const answer = schema === undefined ? undefined : z.safeParse(schema, json)
  return answer?.success ? { status, json: answer.data } : { status, problem: z.safeParse(Problem, json).data }
}

/** One method a route. What the methods take and give is the contract's: the compiler does not follow it through a list of names. */
const methodsOf = <Methods extends Replies | Client>(method: (route: Route) => (request: Parts) => Promise<unknown>): Methods =>
  Object.fromEntries(Object.entries(ROUTES).map(([name, route]) => [name, method(route)])) as unknown as Methods

/** Asks the API; every answer is parsed by the contract. */
export const createReplies = (connection: Connection): Replies => methodsOf((route) => (request) => ask(connection, route, request))

/** The same for whoever goes on with answers alone; `failure` makes of a refusal what is thrown. */
export const createClient = (connection: Connection, failure: (refused: Refused) => Error): Client =>
  methodsOf((route) => async (request) => {
    const { status, json, problem } = await ask(connection, route, request)
    if (json === undefined) throw failure({ status, problem })
    return json
  })
