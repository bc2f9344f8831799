import type { ServerResponse } from 'node:http'
import { S3Error } from './errors.ts'
import type { Incoming } from './incoming.ts'
import type { BucketSettings } from './settings.ts'

const methods = ['GET', 'HEAD', 'PUT', 'POST', 'DELETE']
const exposed = 'ETag, Content-Length, Content-Range, x-amz-request-id, x-amz-version-id, x-amz-delete-marker, x-amz-checksum-sha256'

const allowedOrigin = ({ headers }: Incoming, bucket: BucketSettings | undefined) => {
  const origin = headers.origin
  if (origin === undefined) return null
  if (bucket?.corsOrigins?.includes(origin)) return origin
  return bucket?.corsOrigins?.includes('*') ? '*' : null
}

/** Lets the page that calls read the answer, whatever it will be. */
export const allowOrigin = (incoming: Incoming, bucket: BucketSettings | undefined, response: ServerResponse) => {
  const origin = allowedOrigin(incoming, bucket)
  if (bucket?.corsOrigins) response.setHeader('vary', 'Origin')
  if (!origin) return
  response.setHeader('access-control-allow-origin', origin)
  response.setHeader('access-control-expose-headers', exposed)
}

/** Answers a browser that asks before it calls. */
export const preflight = (incoming: Incoming, bucket: BucketSettings | undefined, response: ServerResponse) => {
  const { 'access-control-request-method': method = '', 'access-control-request-headers': wanted } = incoming.headers
  if (!allowedOrigin(incoming, bucket) || !methods.includes(method))
    throw new S3Error('AccessForbidden', 'CORSResponse: This CORS request is not allowed.')
  response.setHeader('access-control-allow-methods', methods.join(', '))
  response.setHeader('access-control-max-age', '3000')
  if (wanted) response.setHeader('access-control-allow-headers', wanted)
  response.writeHead(200).end()
}
