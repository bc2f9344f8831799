import { createHash, createHmac, timingSafeEqual } from 'node:crypto'
import { S3Error, type S3ErrorCode } from './errors.ts'
import type { Incoming } from './incoming.ts'
import type { ObjectStoreSettings } from './settings.ts'

/** `service` is the name that a request is signed for. */
export type Signer = Pick<ObjectStoreSettings, 'region' | 'credentials'> & { readonly service?: string }
/** Who asks; and of a signed request what its signature says about the body. */
export type Access = { readonly signed: 'no' } | { readonly signed: 'header' | 'query'; readonly contentSha256: string }

const algorithm = 'AWS4-HMAC-SHA256'
const skew = 15 * 60_000
const longestExpiry = 7 * 24 * 3600
const hmac = (key: string | Buffer, text: string) => createHmac('sha256', key).update(text).digest()
const encoded = (text: string) =>
  encodeURIComponent(text).replace(/[!'()*]/g, (mark) => `%${mark.charCodeAt(0).toString(16).toUpperCase()}`)
const byCode = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0)

const timeOf = (amzDate: string, code: S3ErrorCode) => {
  const [, year, month, day, hour, minute, second] = /^(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)Z$/.exec(amzDate) ?? []
  const time = Date.parse(`${year}-${month}-${day}T${hour}:${minute}:${second}Z`)
  if (Number.isNaN(time)) throw new S3Error(code, 'The date must be in the ISO8601 format yyyyMMddTHHmmssZ')
  return time
}

/** The keys that were made last, by all that they are made of: each serves a day. */
const madeKeys = new Map<string, Buffer>()
const MOST_KEYS = 16

const signingKey = (secret: string, scope: string): Buffer => {
  const name = `${secret} ${scope}`
  const made = madeKeys.get(name) ?? (scope.split('/').reduce<string | Buffer>(hmac, `AWS4${secret}`) as Buffer)
  if (madeKeys.size >= MOST_KEYS) madeKeys.clear()
  madeKeys.set(name, made)
  return made
}

/** Refuses unless `signature` is that of `text` by our one pair of keys, in the scope that `credential` names. */
export const checkSignature = (
  { text, signature, credential, amzDate }: { text: string; signature: string; credential: string; amzDate: string },
  { region, credentials, service = 's3' }: Signer,
  malformed: S3ErrorCode,
) => {
  const date = amzDate.slice(0, 8)
  const [accessKeyId, ...scope] = credential.split('/')
  if (accessKeyId !== credentials.accessKeyId)
    throw new S3Error('InvalidAccessKeyId', 'The AWS Access Key Id you provided does not exist in our records.')
  const due = `${date}/${region}/${service}/aws4_request`
  if (scope.join('/') !== due) throw new S3Error(malformed, `The credential scope must be ${due}.`)
  const [expected, given] = [hmac(signingKey(credentials.secretAccessKey, due), text), Buffer.from(signature, 'hex')]
  if (given.length !== expected.length || !timingSafeEqual(given, expected))
    throw new S3Error('SignatureDoesNotMatch', 'The request signature we calculated does not match the signature you provided.')
}

const canonical = ({ method, path, query, headers }: Incoming, signedHeaders: readonly string[], contentSha256: string) =>
  [
    method,
    path.split('/').map(encoded).join('/'),
    Array.from(query, ([name, value]) => [encoded(name), encoded(value)] as const)
      .filter(([name]) => name !== 'X-Amz-Signature')
      .sort(([a], [b]) => byCode(a, b))
      .map((pair) => pair.join('='))
      .join('&'),
    ...signedHeaders.map((name) => `${name}:${(headers[name] ?? '').trim().replace(/\s+/g, ' ')}`),
    '',
    signedHeaders.join(';'),
    contentSha256,
  ].join('\n')

const checkRequest = (
  incoming: Incoming,
  claim: { signature: string; credential: string; amzDate: string; signedHeaders: string; contentSha256: string },
  signer: Signer,
  malformed: S3ErrorCode,
) => {
  const signedHeaders = claim.signedHeaders.split(';')
  const open = Object.keys(incoming.headers)
    .filter((name) => name === 'host' || name.startsWith('x-amz-'))
    .filter((name) => !signedHeaders.includes(name))
  if (open.length > 0)
    throw new S3Error('AccessDenied', 'There were headers present in the request which were not signed', {
      details: { HeadersNotSigned: open.join(', ') },
    })
  const hash = createHash('sha256')
    .update(canonical(incoming, signedHeaders, claim.contentSha256))
    .digest('hex')
  const scope = claim.credential.split('/').slice(1).join('/')
  checkSignature({ ...claim, text: [algorithm, claim.amzDate, scope, hash].join('\n') }, signer, malformed)
}

const fromHeader = (incoming: Incoming, authorization: string, signer: Signer, now: Date): Access => {
  const malformed = 'AuthorizationHeaderMalformed'
  const pattern = /^AWS4-HMAC-SHA256 Credential=([^,\s]+),\s*SignedHeaders=([^,\s]+),\s*Signature=([0-9a-f]{64})$/
  const [, credential, signedHeaders, signature] = pattern.exec(authorization) ?? []
  if (!credential || !signedHeaders || !signature) throw new S3Error(malformed, 'The authorization header that you provided is not valid.')
  const { 'x-amz-date': amzDate = '', 'x-amz-content-sha256': contentSha256 } = incoming.headers
  if (!contentSha256) throw new S3Error('InvalidRequest', 'Missing required header for this request: x-amz-content-sha256')
  if (Math.abs(timeOf(amzDate, 'AccessDenied') - now.getTime()) > skew)
    throw new S3Error('RequestTimeTooSkewed', 'The difference between the request time and the current time is too large.')
  checkRequest(incoming, { signature, credential, amzDate, signedHeaders, contentSha256 }, signer, malformed)
  return { signed: 'header', contentSha256 }
}

const fromQuery = (incoming: Incoming, signer: Signer, now: Date): Access => {
  const malformed = 'AuthorizationQueryParametersError'
  const given = (name: string) => {
    const value = incoming.query.get(name)
    if (!value) throw new S3Error(malformed, `Query-string authentication requires the parameter ${name}.`)
    return value
  }
  if (given('X-Amz-Algorithm') !== algorithm) throw new S3Error(malformed, `X-Amz-Algorithm only supports "${algorithm}"`)
  const amzDate = given('X-Amz-Date')
  const seconds = Number(given('X-Amz-Expires'))
  if (!Number.isInteger(seconds) || seconds < 1 || seconds > longestExpiry)
    throw new S3Error(malformed, `X-Amz-Expires must be from 1 to ${longestExpiry} seconds`)
  const age = now.getTime() - timeOf(amzDate, malformed)
  if (age < -skew) throw new S3Error('AccessDenied', 'Request is not valid yet')
  if (age > seconds * 1000) throw new S3Error('AccessDenied', 'Request has expired')
  const contentSha256 = incoming.query.get('X-Amz-Content-Sha256') ?? incoming.headers['x-amz-content-sha256'] ?? 'UNSIGNED-PAYLOAD'
  const [signature, credential, signedHeaders] = [given('X-Amz-Signature'), given('X-Amz-Credential'), given('X-Amz-SignedHeaders')]
  checkRequest(incoming, { signature, credential, amzDate, signedHeaders, contentSha256 }, signer, malformed)
  return { signed: 'query', contentSha256 }
}

/** Verifies the signature in the header or in the query; a request with neither is let through as nobody's. */
export const authenticate = (incoming: Incoming, signer: Signer, now: Date): Access => {
  const { authorization } = incoming.headers
  const presigned = ['X-Amz-Signature', 'X-Amz-Credential', 'X-Amz-Algorithm'].some((name) => incoming.query.has(name))
  if (authorization !== undefined && presigned) throw new S3Error('InvalidArgument', 'Only one auth mechanism allowed')
  if (authorization !== undefined) return fromHeader(incoming, authorization, signer, now)
  return presigned ? fromQuery(incoming, signer, now) : { signed: 'no' }
}
