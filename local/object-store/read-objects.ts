import { createReadStream } from 'node:fs'
import type { ServerResponse } from 'node:http'
import { pipeline } from 'node:stream/promises'
import type { StoredVersion } from '../../functions/node/stored-version.ts'
import type { Call } from './call.ts'
import { S3Error } from './errors.ts'
import { asHeader, checksumHeaders, objectHeaders } from './object-headers.ts'
import type { Bucket } from './storage.ts'

/** The version asked for, or the newest; refuses where there is none or it is a delete marker. */
export const findVersion = (bucket: Bucket, key: string, versionId: string | undefined): StoredVersion => {
  const found = versionId === undefined ? bucket.versionsOf(key).at(-1) : bucket.find(key, versionId)
  if (found && !found.deleteMarker) return found
  const headers = found ? { 'x-amz-delete-marker': 'true', 'x-amz-version-id': found.versionId } : {}
  if (versionId === undefined) throw new S3Error('NoSuchKey', 'The specified key does not exist.', { details: { Key: key }, headers })
  if (found) throw new S3Error('MethodNotAllowed', 'The specified method is not allowed against this resource.', { headers })
  throw new S3Error('NoSuchVersion', 'The specified version does not exist.', { details: { Key: key, VersionId: versionId } })
}

/** Whether an If-Match or If-None-Match header names this version. */
export const names = (header: string, { etag }: StoredVersion) =>
  header.split(',').some((one) => one.trim() === '*' || one.trim().replace(/^W\//, '').replaceAll('"', '') === etag)

const checkConditions = (version: StoredVersion, headers: Readonly<Record<string, string>>) => {
  const { 'if-match': match, 'if-none-match': noneMatch, 'if-modified-since': since, 'if-unmodified-since': unmodified } = headers
  const modified = Math.floor(Date.parse(version.modified) / 1000) * 1000 // as the Last-Modified header tells it
  if (match !== undefined ? !names(match, version) : unmodified !== undefined && modified > Date.parse(unmodified))
    throw new S3Error('PreconditionFailed', 'At least one of the pre-conditions you specified did not hold')
  if (noneMatch !== undefined ? names(noneMatch, version) : since !== undefined && modified <= Date.parse(since))
    throw new S3Error('NotModified', 'Not modified', { headers: { etag: `"${version.etag}"` } })
}

/** First and last byte; null for the whole, which S3 also gives when it does not understand the header. */
const rangeOf = (header: string | undefined, size: number) => {
  const [, from = '', to = ''] = /^bytes=(\d*)-(\d*)$/.exec(header ?? '') ?? []
  if (!from && !to) return null
  const start = from ? Number(from) : Math.max(0, size - Number(to))
  const end = from && to ? Math.min(Number(to), size - 1) : size - 1
  if (start > end) throw new S3Error('InvalidRange', 'The requested range is not satisfiable', { details: { ActualObjectSize: size } })
  return { start, end }
}

/** Answers with an object's bytes, or with its headers only; conditions and a range are read from the request. */
export const sendVersion = async (
  { method, headers }: { method: string; headers: Readonly<Record<string, string>> },
  response: ServerResponse,
  {
    bucket,
    version,
    status = 200,
    extra = {},
  }: { bucket: Bucket; version: StoredVersion; status?: number; extra?: Record<string, string> },
) => {
  if (status === 200) checkConditions(version, headers)
  const range = status === 200 ? rangeOf(headers.range, version.size) : null
  const checksums = headers['x-amz-checksum-mode'] === 'ENABLED' && !range ? checksumHeaders(version) : {}
  const part = range
    ? { 'content-length': String(range.end - range.start + 1), 'content-range': `bytes ${range.start}-${range.end}/${version.size}` }
    : {}
  const head = { ...objectHeaders(version), ...checksums, ...part, ...extra }
  if (method === 'HEAD') return void response.writeHead(range ? 206 : status, head).end()
  const bytes = createReadStream('', { fd: bucket.open(version), ...range })
  await pipeline(bytes, response.writeHead(range ? 206 : status, head))
}

/** GetObject and HeadObject. */
export const getObject = async ({ incoming, response, bucket, access }: Call) => {
  // Whoever may not list learns nothing of what is missing.
  if (access.signed === 'no' && !bucket.current(incoming.key)) throw new S3Error('AccessDenied', 'Access Denied')
  const version = findVersion(bucket, incoming.key, incoming.query.get('versionId'))
  const overrides = Array.from(incoming.query).filter(([name]) =>
    /^response-(content-(type|language|disposition|encoding)|expires|cache-control)$/.test(name),
  )
  if (overrides.length > 0 && access.signed === 'no')
    throw new S3Error('InvalidRequest', 'Request specific response headers cannot be used anonymously')
  const extra = Object.fromEntries(overrides.map(([name, value]) => [name.slice('response-'.length), asHeader(value)]))
  await sendVersion(incoming, response, { bucket, version, extra })
}
