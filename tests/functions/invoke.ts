import type middy from '@middy/core'
import type { Context } from 'aws-lambda'
import { z } from 'zod'
import type { Problem } from '../../shared/submission/http-api.ts'
import httpRequest from './events/http-request.json' with { type: 'json' }
import objectCreated from './events/s3-object-created.json' with { type: 'json' }
import schedule from './events/schedule.json' with { type: 'json' }
import sqsRecord from './events/sqs-record.json' with { type: 'json' }

type Handler = middy.MiddyfiedHandler

const context: Context = {
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

export const invoke = (handler: Handler, event: unknown): Promise<unknown> => Promise.resolve(handler(event, context))

const BatchAnswer = z.object({ batchItemFailures: z.array(z.object({ itemIdentifier: z.string() })) })

/** Delivers queue messages as one batch; resolves with the numbers of those that failed. */
export const deliver = async (handler: Handler, ...bodies: unknown[]): Promise<number[]> => {
  const Records = bodies.map((body, index) => ({
    ...sqsRecord,
    messageId: `${index}`,
    body: typeof body === 'string' ? body : JSON.stringify(body),
  }))
  const answer = BatchAnswer.parse(await invoke(handler, { Records }))
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

/** Asks the HTTP API; `json` is what it answers, `problem` the same where it refuses. */
export const ask = async <Answer>(handler: Handler, { claims, id, query, body }: HttpRequest) => {
  const { pathParameters, body: _, ...rest } = httpRequest
  const event = {
    ...rest,
    requestContext: { ...rest.requestContext, authorizer: { jwt: { claims, scopes: null } } },
    ...(id !== undefined && { pathParameters: { id } }),
    ...(query !== undefined && { queryStringParameters: query }),
    ...(body !== undefined && { body: typeof body === 'string' ? body : JSON.stringify(body) }),
  }
  const { statusCode, headers, body: answered } = HttpAnswer.parse(await invoke(handler, event))
  const json: unknown = JSON.parse(answered)
  return { status: statusCode, type: headers['content-type'], json: json as Answer, problem: json as Problem }
}
