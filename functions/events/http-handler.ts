import middy from '@middy/core'
import type { Log } from '../../shared/ports/log.ts'
import { HttpEvent } from './http-event.ts'
import { problemDetails } from './problem-details.ts'

export type HttpAnswer = { readonly status: 200 | 201; readonly json: unknown }

/** Answers a request of the HTTP API with JSON; refusals and failures become problem details. */
export const httpHandler = (log: Log, answer: (event: HttpEvent) => Promise<HttpAnswer>) =>
  middy(async (event: unknown) => {
    const { status, json } = await answer(HttpEvent.parse(event))
    return {
      statusCode: status,
      headers: { 'content-type': 'application/json; charset=utf-8', 'cache-control': 'no-store' },
      body: JSON.stringify(json),
    }
  }).use(problemDetails(log))
