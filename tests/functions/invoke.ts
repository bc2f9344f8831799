import type { Context } from 'aws-lambda'
import { expect } from 'vitest'
import { z } from 'zod'
import { type AnswerOf, REFUSES_ALWAYS, type Route, routeKey } from '../../shared/http-api/route.ts'
import { Problem } from '../../shared/submission/problem.ts'
import httpRequest from './events/http-request.json' with { type: 'json' }
import objectCreated from './events/s3-object-created.json' with { type: 'json' }
import schedule from './events/schedule.json' with { type: 'json' }
import sqsRecord from './events/sqs-record.json' with { type: 'json' }

type Handler = (event: unknown, context: Context) => unknown

export const lambdaContext: Context = {
  callbackWaitsForEmptyEventLoop: true,
  functionName: 'test',
  functionVersion: '$LATEST',
  invokedFunctionArn: 'arn:aws-cn:lambda:cn-north-1:123456789012:function:test',
  memoryLimitInMB: '512',
  awsRequestId: 'request',
  logGroupName: '/aws/lambda/test',
  logStreamName: 'stream',
  getRemainingTimeInMillis: () => 30_000,
  done: () => {},
  fail: () => {},
  succeed: () => {},
}

export const invoke = (handler: Handler, event: unknown, context = lambdaContext): Promise<unknown> =>
  Promise.resolve(handler(event, context))

const BatchAnswer = z.object({ batchItemFailures: z.array(z.object({ itemIdentifier: z.string() })) })

/** Delivers queue messages as one batch; resolves with the numbers of those that failed. */
export const deliver = (handler: Handler, ...bodies: unknown[]): Promise<number[]> => deliverWithin(lambdaContext, handler, ...bodies)

/** The same in a context that may tell of less time. */
export const deliverWithin = async (context: Context, handler: Handler, ...bodies: unknown[]): Promise<number[]> => {
  const Records = bodies.map((body, index) => ({
    ...sqsRecord,
    messageId: `${index}`,
    body: typeof body === 'string' ? body : JSON.stringify(body),
  }))
  const answer = BatchAnswer.parse(await invoke(handler, { Records }, context))
  return answer.batchItemFailures.map(({ itemIdentifier }) => Number(itemIdentifier))
}

/** What S3 tells of an object that came. */
export const objectEvent = (key: string, versionId: string) => ({
  Records: objectCreated.Records.map((record) => ({ ...record, s3: { ...record.s3, object: { ...record.s3.object, key, versionId } } })),
})

export const tick = (handler: Handler) => invoke(handler, schedule)

type HttpRequest = {
  readonly claims: Readonly<Record<string, string>>
  readonly id?: string
  readonly query?: Readonly<Record<string, string>>
  readonly body?: unknown
}

const HttpAnswer = z.object({ statusCode: z.number(), headers: z.record(z.string(), z.string()), body: z.string() })

/** An answer as the contract of its route has it, with nothing that is not in the contract; a refusal by a status that the route names. */
const byContract = (route: Route, status: number, json: unknown) => {
  const schema = Object.entries(route.answers).find(([each]) => Number(each) === status)?.[1]
  if (schema === undefined) expect([...route.refuses, ...REFUSES_ALWAYS]).toContain(status)
  const parsed = (schema ?? Problem).parse(json)
  expect(json).toEqual(parsed)
  return schema === undefined ? { problem: Problem.parse(json) } : { json: parsed }
}

/** Asks a route of the HTTP API; `json` is what it answers, `problem` why it refuses: to ask for the other fails. */
export const ask = async <R extends Route>(handler: Handler, route: R, { claims, id, query, body }: HttpRequest) => {
  const { pathParameters: _, body: __, ...rest } = httpRequest
  const event = {
    ...rest,
    routeKey: routeKey(route),
    requestContext: { ...rest.requestContext, authorizer: { jwt: { claims, scopes: null } } },
    ...(id !== undefined && { pathParameters: { id } }),
    ...(query !== undefined && { queryStringParameters: query }),
    ...(body !== undefined && { body: typeof body === 'string' ? body : JSON.stringify(body) }),
  }
  const { statusCode, headers, body: answered } = HttpAnswer.parse(await invoke(handler, event))
  const told = byContract(route, statusCode, JSON.parse(answered))
  return {
    status: statusCode,
    type: headers['content-type'],
    get json() {
      if (told.json === undefined) throw new Error(`refused: ${answered}`)
      return told.json as AnswerOf<R>['json'] // by the schema of R
    },
    get problem() {
      if (told.problem === undefined) throw new Error(`not refused: ${answered}`)
      return told.problem
    },
  }
}
