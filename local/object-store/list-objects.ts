import type { ServerResponse } from 'node:http'
import type { StoredVersion } from '../../functions/node/stored-version.ts'
import { answerXml, type Call, type Store } from './call.ts'
import { S3Error } from './errors.ts'
import { type Bucket, byBytes } from './storage.ts'

type Query = ReadonlyMap<string, string>
type Listed = { readonly version: StoredVersion; readonly isLatest: boolean }

const maxKeys = (query: Query) => {
  const asked = query.get('max-keys') ?? '1000'
  if (!/^\d{1,9}$/.test(asked)) throw new S3Error('InvalidArgument', 'Provided max-keys not an integer or within integer range')
  return Math.min(Number(asked), 1000)
}

/** What of a key is shown under one common prefix; null where it is shown itself. */
const sharedPrefix = (key: string, prefix: string, delimiter: string) => {
  const cut = delimiter ? key.indexOf(delimiter, prefix.length) : -1
  return cut < 0 ? null : key.slice(0, cut + delimiter.length)
}

/**
 * One page. A common prefix is taken whole, so that the last entry says where the next page begins; one that the caller has already, and names
 * as the place to go on `after`, is not shown again.
 */
const page = (entries: Iterable<Listed>, query: Query, after = '') => {
  const [prefix, delimiter, most] = [query.get('prefix') ?? '', query.get('delimiter') ?? '', maxKeys(query)]
  const [listed, prefixes] = [[] as Listed[], [] as string[]]
  let last: StoredVersion | undefined
  for (const entry of entries) {
    if (!entry.version.key.startsWith(prefix)) continue
    const shared = sharedPrefix(entry.version.key, prefix, delimiter)
    if (shared !== null && shared === after) continue
    const isNew = shared === null || shared !== prefixes.at(-1)
    if (isNew && listed.length + prefixes.length === most) return { listed, prefixes, most, next: last }
    if (shared === null) listed.push(entry)
    else if (isNew) prefixes.push(shared)
    last = entry.version
  }
  return { listed, prefixes, most, next: undefined }
}

/** Percent-encoded throughout but for the slashes: a key may hold what no XML can. */
const urlCoded = (text: string) => encodeURIComponent(text).replaceAll('%2F', '/')

const coding = (query: Query) => {
  const type = query.get('encoding-type')
  if (type !== undefined && type !== 'url') throw new S3Error('InvalidArgument', 'Invalid Encoding Method specified in Request')
  return type === undefined ? (text: string) => text : urlCoded
}

const describe = (query: Query, owner?: string) => {
  const coded = coding(query)
  return {
    coded,
    echo: {
      Prefix: coded(query.get('prefix') ?? ''),
      Delimiter: query.has('delimiter') ? coded(query.get('delimiter') ?? '') : undefined,
      EncodingType: query.get('encoding-type'),
    },
    common: (prefixes: readonly string[]) => prefixes.map((prefix) => ({ Prefix: coded(prefix) })),
    version: ({ key, modified, etag, size }: StoredVersion) => ({
      Key: coded(key),
      LastModified: modified,
      ETag: `"${etag}"`,
      Size: size,
      StorageClass: 'STANDARD',
      Owner: owner && { ID: owner, DisplayName: owner },
    }),
  }
}

const liveAfter = function* (bucket: Bucket, after: string): Iterable<Listed> {
  for (const key of bucket.keys()) {
    const version = byBytes(key, after) > 0 ? bucket.current(key) : undefined
    if (version) yield { version, isLatest: true }
  }
}

/** ListObjectsV2. */
export const listObjectsV2 = ({ response, bucket, incoming: { query }, store: { settings } }: Call) => {
  const token = query.get('continuation-token')
  const after = token === undefined ? (query.get('start-after') ?? '') : Buffer.from(token, 'base64url').toString()
  const { listed, prefixes, most, next } = page(liveAfter(bucket, after), query, after)
  const owner = query.get('fetch-owner') === 'true' ? settings.credentials.accessKeyId : undefined
  const { coded, echo, common, version } = describe(query, owner)
  answerXml(response, 200, 'ListBucketResult', {
    Name: bucket.settings.name,
    ...echo,
    StartAfter: query.has('start-after') ? coded(query.get('start-after') ?? '') : undefined,
    ContinuationToken: token,
    NextContinuationToken: next && Buffer.from(next.key).toString('base64url'),
    KeyCount: listed.length + prefixes.length,
    MaxKeys: most,
    IsTruncated: next !== undefined,
    Contents: listed.map((entry) => version(entry.version)),
    CommonPrefixes: common(prefixes),
  })
}

/** ListObjects, the first version of it, which s3cmd and rclone use. */
export const listObjects = ({ response, bucket, incoming: { query }, store: { settings } }: Call) => {
  const marker = query.get('marker') ?? ''
  const { listed, prefixes, most, next } = page(liveAfter(bucket, marker), query, marker)
  const { coded, echo, common, version } = describe(query, settings.credentials.accessKeyId)
  answerXml(response, 200, 'ListBucketResult', {
    Name: bucket.settings.name,
    ...echo,
    Marker: coded(marker),
    NextMarker: next && coded(next.key),
    MaxKeys: most,
    IsTruncated: next !== undefined,
    Contents: listed.map((entry) => version(entry.version)),
    CommonPrefixes: common(prefixes),
  })
}

/** ListBuckets. */
export const listBuckets = ({ settings: { credentials, buckets } }: Store, response: ServerResponse) => {
  const owner = credentials.accessKeyId
  answerXml(response, 200, 'ListAllMyBucketsResult', {
    Owner: { ID: owner, DisplayName: owner },
    Buckets: { Bucket: buckets.map(({ name }) => ({ Name: name, CreationDate: new Date(0).toISOString() })) },
  })
}

/** ListObjectVersions, the newest of a key first. */
export const listVersions = ({ response, bucket, incoming: { query } }: Call) => {
  const [keyMarker, versionMarker] = [query.get('key-marker') ?? '', query.get('version-id-marker')]
  const all = function* () {
    for (const key of bucket.keys()) {
      const order = byBytes(key, keyMarker)
      if (order < 0 || (order === 0 && versionMarker === undefined)) continue
      const versions = bucket.versionsOf(key).toReversed()
      const from = order === 0 ? versions.findIndex(({ versionId }) => versionId === versionMarker) + 1 : 0
      for (const [index, version] of versions.entries()) if (index >= from) yield { version, isLatest: index === 0 }
    }
  }
  const { listed, prefixes, most, next } = page(all(), query)
  const { coded, echo, common, version: described } = describe(query)
  const told = ({ version, isLatest }: Listed) => ({ VersionId: version.versionId, IsLatest: isLatest, ...described(version) })
  answerXml(response, 200, 'ListVersionsResult', {
    Name: bucket.settings.name,
    ...echo,
    KeyMarker: coded(keyMarker),
    VersionIdMarker: versionMarker ?? '',
    NextKeyMarker: next && coded(next.key),
    NextVersionIdMarker: next?.versionId,
    MaxKeys: most,
    IsTruncated: next !== undefined,
    Version: listed.filter(({ version }) => !version.deleteMarker).map(told),
    DeleteMarker: listed
      .filter(({ version }) => version.deleteMarker)
      .map((entry) => ({ ...told(entry), ETag: undefined, Size: undefined, StorageClass: undefined })),
    CommonPrefixes: common(prefixes),
  })
}
