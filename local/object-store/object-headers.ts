import type { StoredVersion } from '../../functions/node/stored-version.ts'
import { S3Error } from './errors.ts'

const kept = ['content-type', 'cache-control', 'content-disposition', 'content-encoding', 'content-language', 'expires']
const largestMetadata = 2048

/** A form's field may hold what no header can: S3 then answers in the coded words of RFC 2047, and so no line break gets through. */
export const asHeader = (value: string) => (/^[\x20-\x7e]*$/.test(value) ? value : `=?UTF-8?B?${Buffer.from(value).toString('base64')}?=`)

/** Headers, or fields of a form, that ask for what is not kept. Where all objects here have the value anyway, it is no request. */
const notKept =
  /^(x-amz-)?(tagging|website-redirect-location|object-lock-.+|server-side-encryption.*|grant-.+|write-offset-bytes|copy-source-(range|if-(none-match|modified-since|unmodified-since)|server-side-.+))$/
const onlyAs: readonly (readonly [name: RegExp, value: RegExp])[] = [
  [/^(x-amz-)?acl$/, /^(private|bucket-owner-full-control)$/],
  [/^x-amz-storage-class$/, /^STANDARD$/],
  [/^x-amz-tagging-directive$/, /^COPY$/],
]

/** Refuses to forget in silence what a write asks to be kept. */
export const refuseNotKept = (given: Readonly<Record<string, string>>): void => {
  for (const [name, value] of Object.entries(given))
    if (notKept.test(name) || onlyAs.some(([asked, allowed]) => asked.test(name) && !allowed.test(value)))
      throw new S3Error('NotImplemented', `${name}: ${value} is not implemented.`)
}

/** What an object keeps of the headers or form fields it came with: the content headers and the user's metadata. */
export const keptHeaders = (given: Readonly<Record<string, string>>): Record<string, string> => {
  refuseNotKept(given)
  const metadata = Object.entries(given).filter(([name]) => name.startsWith('x-amz-meta-'))
  if (metadata.some(([name]) => !/^[a-z0-9!#$%&'*+.^_`|~-]+$/.test(name)))
    throw new S3Error('InvalidArgument', 'A metadata name is not allowed')
  if (Buffer.byteLength(metadata.flat().join('')) > largestMetadata)
    throw new S3Error('InvalidRequest', 'Your metadata headers exceed the maximum allowed metadata size')
  const content = Object.entries(given).filter(([name]) => kept.includes(name))
  const headers = Object.fromEntries([...content, ...metadata])
  const encoding = headers['content-encoding']?.replace(/\s*aws-chunked\s*,?\s*/, '') // the coding of the request, not of the object
  delete headers['content-encoding']
  return { 'content-type': 'binary/octet-stream', ...headers, ...(encoding ? { 'content-encoding': encoding } : {}) }
}

/** The version id, where there is one to tell. */
export const versionHeader = ({ versionId }: StoredVersion): Record<string, string> =>
  versionId === 'null' ? {} : { 'x-amz-version-id': versionId }

/** The headers that an object is answered with; its checksums only when the whole of it is. */
export const objectHeaders = (version: StoredVersion): Record<string, string> => ({
  ...Object.fromEntries(Object.entries(version.headers).map(([name, value]) => [name, asHeader(value)])),
  ...versionHeader(version),
  etag: `"${version.etag}"`,
  'last-modified': new Date(version.modified).toUTCString(),
  'accept-ranges': 'bytes',
  'content-length': String(version.size),
})

/** The checksums as headers, with the type that S3 tells along. */
export const checksumHeaders = ({ checksums }: StoredVersion): Record<string, string> =>
  Object.keys(checksums).length > 0 ? { ...checksums, 'x-amz-checksum-type': 'FULL_OBJECT' } : {}
