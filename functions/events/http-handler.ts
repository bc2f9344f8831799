import middy from '@middy/core'
import { type AnswerOf, type ParsedRequest, type Route, routeKey } from '../../shared/http-api/route.ts'
import type { Log } from '../../shared/ports/log.ts'
import type { Caller } from '../../shared/submission/permissions.ts'
import { notForRole } from '../../shared/submission/refused-role.ts'
import { callerIn, HttpEvent, requestOf } from './http-event.ts'
import { problemDetails, Refusal } from './problem-details.ts'

type Answering = {
  readonly key: string
  readonly answer: (event: HttpEvent) => Promise<{ readonly status: number; readonly json: unknown }>
}

/** How a route of the contract is answered. */
export const on = <R extends Route>(
  route: R,
  answer: (request: ParsedRequest<R> & { readonly caller: Caller }) => Promise<AnswerOf<R>>,
): Answering => ({
  key: routeKey(route),
  answer: async (event) => {
    const caller = callerIn(event)
    const { only }: Route = route
    if (only !== undefined && !only.includes(caller.role)) throw new Refusal(notForRole(only))
    return answer({ ...requestOf(event, route), caller })
  },
})

/** Answers requests of the HTTP API with JSON; refusals and failures become problem details. */
export const httpHandler = (log: Log, ...routes: readonly Answering[]) =>
  middy(async (event: unknown) => {
    const request = HttpEvent.parse(event)
    const route = routes.find(({ key }) => key === request.routeKey)
    if (route === undefined) throw new Error(`no answer to ${request.routeKey}`)
    const { status, json } = await route.answer(request)
    return {
      statusCode: status,
      headers: { 'content-type': 'application/json; charset=utf-8', 'cache-control': 'no-store' },
      body: JSON.stringify(json),
    }
  }).use(problemDetails(log))
