import { randomUUID } from 'node:crypto'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { finished } from 'node:stream/promises'
import { answer, answerXml, type Call, type Store } from './call.ts'
import { allowOrigin, preflight } from './cors.ts'
import { S3Error } from './errors.ts'
import { type Incoming, readIncoming } from './incoming.ts'
import { listObjects, listVersions } from './list-objects.ts'
import { getObject } from './read-objects.ts'
import { authenticate } from './signature-v4.ts'
import { postObject } from './upload-form.ts'
import { copyObject, deleteObject, putObject } from './write-objects.ts'

// Taken for what they are not, these would overwrite the object with its tags, or a whole upload with a part of it.
const otherOperations =
  'acl attributes legal-hold partNumber policy renameObject restore retention select tagging torrent uploadId uploads'.split(' ')

const operationOf = ({ method, key, query, headers }: Incoming): ((call: Call) => void | Promise<void>) => {
  if (otherOperations.some((name) => query.has(name))) throw new S3Error('NotImplemented', 'This operation is not implemented.')
  if (key === '') {
    if (method === 'HEAD') return ({ response, store }) => answer(response, 200, { 'x-amz-bucket-region': store.settings.region })
    if (method === 'GET' && query.get('list-type') === '2') return listObjects
    if (method === 'GET' && query.has('versions')) return listVersions
    throw new S3Error('NotImplemented', 'This operation on a bucket is not implemented.')
  }
  if (method === 'GET' || method === 'HEAD') return getObject
  if (method === 'PUT') return headers['x-amz-copy-source'] === undefined ? putObject : copyObject
  if (method === 'DELETE') return deleteObject
  throw new S3Error('MethodNotAllowed', 'The specified method is not allowed against this resource.')
}

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
  if (asked.method === 'POST' && asked.key === '' && bucket) return postObject({ request, response, bucket, store })
  const access = authenticate(asked, store.settings, store.now())
  const incoming = access.signed === 'query' ? withHoisted(asked) : asked
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

const refuse = async (error: unknown, request: IncomingMessage, response: ServerResponse) => {
  if (response.headersSent) return void response.destroy() // the client went away, or the bytes did: no honest end is possible
  await runOut(request)
  const known = error instanceof S3Error ? error : new S3Error('InternalError', 'We encountered an internal error. Please try again.')
  if (known !== error) console.error('Object store:', error)
  const headers = { ...known.headers, ...(request.complete ? {} : { connection: 'close' }) }
  if (request.method === 'HEAD' || known.status === 304) return void response.writeHead(known.status, headers).end()
  const content = { Code: known.code, Message: known.message, ...known.details, RequestId: String(response.getHeader('x-amz-request-id')) }
  answerXml(response, known.status, 'Error', content, headers)
}

/** Answers every request, in S3's words also when it is refused. */
export const createRouter = (store: Store) => async (request: IncomingMessage, response: ServerResponse) => {
  response.setHeader('x-amz-request-id', randomUUID())
  response.setHeader('server', 'object-store')
  await route(store, request, response).catch((error) => refuse(error, request, response))
}
