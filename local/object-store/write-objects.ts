import { createReadStream } from 'node:fs'
import type { StoredVersion } from '../../functions/node/stored-version.ts'
import { answer, answerXml, type Call, type Store } from './call.ts'
import { S3Error } from './errors.ts'
import { decoded } from './incoming.ts'
import { checksumHeaders, keptHeaders, refuseNotKept, versionHeader } from './object-headers.ts'
import { findVersion, names } from './read-objects.ts'
import { checkedChecksums, type ReceivedFile, receive } from './received-file.ts'
import { bodyOf } from './request-body.ts'
import type { Bucket } from './storage.ts'

type NewObject = {
  readonly how: 'Put' | 'Post' | 'Copy'
  readonly key: string
  readonly headers: Readonly<Record<string, string>>
  /** Headers, trailers or fields, among which there may be checksums. */
  readonly claims: Readonly<Record<string, string>>
  /** Throws when what is there now may not be replaced. */
  readonly allow?: (current: StoredVersion | undefined) => void
}

/** Makes a version of a received file, after its checksums have been compared, and has it announced. */
export const makeVersion = async (
  { notifications }: Store,
  bucket: Bucket,
  received: ReceivedFile,
  { how, key, headers, claims, allow = () => {} }: NewObject,
) => {
  const { size, digests, file } = received
  const content = { key, size, etag: digests.md5.toString('hex'), headers, checksums: checkedChecksums(claims, received) }
  const version = await bucket.put(content, file, allow, (made) => notifications.record(how, bucket.settings.name, made))
  notifications.send(how, bucket.settings.name, version)
  return version
}

/** If-None-Match: * and If-Match of a write, to be asked in the moment of writing. */
const writeCondition = ({ 'if-none-match': noneMatch, 'if-match': match }: Readonly<Record<string, string>>) => {
  if (noneMatch !== undefined && noneMatch !== '*') throw new S3Error('NotImplemented', 'If-None-Match of a write takes only *')
  const failed = () => new S3Error('PreconditionFailed', 'At least one of the pre-conditions you specified did not hold')
  return (current: StoredVersion | undefined) => {
    if (noneMatch !== undefined && current) throw failed()
    if (match !== undefined && !current) throw new S3Error('NoSuchKey', 'The specified key does not exist.')
    if (match !== undefined && current && !names(match, current)) throw failed()
  }
}

/** PutObject. */
export const putObject = async ({ request, response, incoming, bucket, access, store }: Call) => {
  if (access.signed === 'no') throw new S3Error('AccessDenied', 'Access Denied')
  const { headers, key } = incoming
  const [body, allow, kept] = [bodyOf(request, headers, access.contentSha256), writeCondition(headers), keptHeaders(headers)]
  const version = await receive(body.bytes, { file: bucket.temporaryFile() }, (received) =>
    makeVersion(store, bucket, received, { how: 'Put', key, headers: kept, claims: { ...headers, ...body.check(received) }, allow }),
  )
  answer(response, 200, { etag: `"${version.etag}"`, ...versionHeader(version), ...checksumHeaders(version) })
}

/** CopyObject, within the store. */
export const copyObject = async ({ response, incoming: { headers, key }, bucket, store }: Call) => {
  const named = /^\/?([^/]+)\/([^?]+)(?:\?versionId=(.+))?$/s.exec(headers['x-amz-copy-source'] ?? '')
  const source = store.buckets.get(named?.[1] ?? '')
  if (!named?.[2]) throw new S3Error('InvalidArgument', 'Copy Source must mention the source bucket and key: sourcebucket/sourcekey')
  if (!source) throw new S3Error('NoSuchBucket', 'The specified bucket does not exist')
  const original = findVersion(source, decoded(named[2]), named[3])
  const match = headers['x-amz-copy-source-if-match']
  if (match !== undefined && !names(match, original)) throw new S3Error('PreconditionFailed', 'The source is another one')
  refuseNotKept(headers)
  const kept = headers['x-amz-metadata-directive'] === 'REPLACE' ? keptHeaders(headers) : { ...original.headers }
  const allow = writeCondition(headers)
  const bytes = createReadStream('', { fd: source.open(original) })
  const version = await receive(bytes, { file: bucket.temporaryFile() }, (received) =>
    makeVersion(store, bucket, received, { how: 'Copy', key, headers: kept, claims: original.checksums, allow }),
  )
  const copied = versionHeader(original)['x-amz-version-id']
  const result = { LastModified: version.modified, ETag: `"${version.etag}"` }
  answerXml(response, 200, 'CopyObjectResult', result, {
    ...versionHeader(version),
    ...(copied ? { 'x-amz-copy-source-version-id': copied } : {}),
  })
}

/** DeleteObject: one version for good, or the object, which where versions are kept is only hidden. */
export const deleteObject = async ({ response, incoming: { key, query }, bucket }: Call) => {
  const versionId = query.get('versionId')
  const gone = await (versionId === undefined ? bucket.remove(key) : bucket.removeVersion(key, versionId))
  answer(response, 204, { ...(gone ? versionHeader(gone) : {}), ...(gone?.deleteMarker ? { 'x-amz-delete-marker': 'true' } : {}) })
}
