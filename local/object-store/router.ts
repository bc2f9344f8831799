import { randomUUID } from 'node:crypto'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { finished } from 'node:stream/promises'
import { answerXml, type Store } from './call.ts'
import { allowOrigin, preflight } from './cors.ts'
import { S3Error } from './errors.ts'
import { type Incoming, readIncoming } from './incoming.ts'
import { listBuckets } from './list-objects.ts'
import { operationOf } from './operations.ts'
import { authenticate } from './signature-v4.ts'
import { postObject } from './upload-form.ts'

/** In a presigned address the x-amz- parameters stand for headers: they are signed alike. */
const withHoisted = (incoming: Incoming): Incoming => {
  const hoisted = Array.from(incoming.query, ([name, value]) => [name.toLowerCase(), value] as const).filter(([name]) =>
    name.startsWith('x-amz-'),
  )
  return { ...incoming, headers: { ...Object.fromEntries(hoisted), ...incoming.headers } }
}

const route = async (store: Store, request: IncomingMessage, response: ServerResponse) => {
  const asked = readIncoming(request)
  const bucket = store.buckets.get(asked.bucket)
  allowOrigin(asked, bucket?.settings, response)
  if (asked.method === 'OPTIONS') return preflight(asked, bucket?.settings, response)
  if (asked.method === 'POST' && asked.key === '' && asked.query.size === 0 && bucket)
    return postObject({ request, response, bucket, store })
  const access = authenticate(asked, store.settings, store.now())
  const incoming = access.signed === 'query' ? withHoisted(asked) : asked
  if (asked.path === '/' && access.signed !== 'no' && asked.method === 'GET') return listBuckets(store, response)
  if (!bucket) throw new S3Error('NoSuchBucket', 'The specified bucket does not exist', { details: { BucketName: asked.bucket } })
  const reads = (asked.method === 'GET' || asked.method === 'HEAD') && asked.key !== '' && !asked.query.has('versionId')
  if (access.signed === 'no' && !(bucket.settings.public && reads)) throw new S3Error('AccessDenied', 'Access Denied')
  await operationOf(incoming)({ request, response, incoming, access, bucket, store })
}

/** Lets a client finish speaking before it is answered: many hear nothing while they still send. */
const runOut = async (request: IncomingMessage) => {
  if (request.complete) return
  request.resume()
  await finished(request, { writable: false, signal: AbortSignal.timeout(10_000) }).catch(() => {})
}

const refuse = async (store: Store, error: unknown, request: IncomingMessage, response: ServerResponse) => {
  if (response.headersSent) return void response.destroy() // the client went away, or the bytes did: no honest end is possible
  await runOut(request)
  const known = error instanceof S3Error ? error : new S3Error('InternalError', 'We encountered an internal error. Please try again.')
  if (known !== error) (store.settings.onFault ?? console.error)(error)
  const headers = { ...known.headers, ...(request.complete ? {} : { connection: 'close' }) }
  if (request.method === 'HEAD' || known.status === 304) return void response.writeHead(known.status, headers).end()
  const content = { Code: known.code, Message: known.message, ...known.details, RequestId: String(response.getHeader('x-amz-request-id')) }
  answerXml(response, known.status, 'Error', content, headers)
}

/** Answers every request, in S3's words also when it is refused. */
export const createRouter = (store: Store) => async (request: IncomingMessage, response: ServerResponse) => {
  response.setHeader('x-amz-request-id', randomUUID())
  response.setHeader('server', 'object-store')
  await route(store, request, response).catch((error) => refuse(store, error, request, response))
}
