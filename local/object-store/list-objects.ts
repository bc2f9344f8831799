import { answerXml, type Call } from './call.ts'
import { S3Error } from './errors.ts'
import { byBytes, type StoredVersion } from './storage.ts'

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

/** One page. A common prefix is taken whole, so that the last entry says where the next page begins. */
const page = (entries: Iterable<Listed>, query: Query) => {
  const [prefix, delimiter, most] = [query.get('prefix') ?? '', query.get('delimiter') ?? '', maxKeys(query)]
  const [listed, prefixes] = [[] as Listed[], [] as string[]]
  let last: StoredVersion | undefined
  for (const entry of entries) {
    if (!entry.version.key.startsWith(prefix)) continue
    const shared = sharedPrefix(entry.version.key, prefix, delimiter)
    const isNew = shared === null || shared !== prefixes.at(-1)
    if (isNew && listed.length + prefixes.length === most) return { listed, prefixes, most, next: last }
    if (shared === null) listed.push(entry)
    else if (isNew) prefixes.push(shared)
    last = entry.version
  }
  return { listed, prefixes, most, next: undefined }
}

const describe = (query: Query) => {
  const coded = query.get('encoding-type') === 'url' ? encodeURIComponent : (text: string) => text
  return {
    coded,
    echo: { Prefix: coded(query.get('prefix') ?? ''), Delimiter: query.has('delimiter') ? coded(query.get('delimiter') ?? '') : undefined },
    common: (prefixes: readonly string[]) => prefixes.map((prefix) => ({ Prefix: coded(prefix) })),
    version: ({ key, modified, etag, size }: StoredVersion) => ({
      Key: coded(key),
      LastModified: modified,
      ETag: `"${etag}"`,
      Size: size,
      StorageClass: 'STANDARD',
    }),
  }
}

/** ListObjectsV2. */
export const listObjects = ({ response, bucket, incoming: { query } }: Call) => {
  const token = query.get('continuation-token')
  const after = token === undefined ? (query.get('start-after') ?? '') : Buffer.from(token, 'base64url').toString()
  const live = function* () {
    for (const key of bucket.keys()) {
      const version = byBytes(key, after) > 0 ? bucket.current(key) : undefined
      if (version) yield { version, isLatest: true }
    }
  }
  const { listed, prefixes, most, next } = page(live(), query)
  const { coded, echo, common, version } = describe(query)
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
