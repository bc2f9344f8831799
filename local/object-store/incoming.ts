import type { IncomingMessage } from 'node:http'
import { S3Error } from './errors.ts'

/** What a request asks for. Header names are in lower case. */
export type Incoming = {
  readonly method: string
  readonly bucket: string
  readonly key: string
  readonly path: string
  readonly query: ReadonlyMap<string, string>
  readonly headers: Readonly<Record<string, string>>
}

/** A percent-encoded text in the clear. */
export const decoded = (text: string) => {
  try {
    return decodeURIComponent(text)
  } catch {
    throw new S3Error('InvalidURI', "Couldn't parse the specified URI.")
  }
}

/** The path is taken as it was sent: `URL` would resolve the dots of a key such as `../x`. */
export const readIncoming = ({ method = '', url = '', headers }: IncomingMessage): Incoming => {
  const [, rawPath = '', rawQuery = ''] = /^([^?]*)\??(.*)$/s.exec(url) ?? []
  const path = decoded(rawPath)
  const [, bucket = '', key = ''] = /^\/([^/]*)\/?(.*)$/s.exec(path) ?? []
  const pairs = rawQuery
    .split('&')
    .filter(Boolean)
    .map((pair): [string, string] => {
      const [name = '', ...value] = pair.split('=')
      return [decoded(name), decoded(value.join('='))]
    })
  if (new Set(pairs.map(([name]) => name)).size < pairs.length) throw new S3Error('InvalidArgument', 'A query parameter is given twice.')
  const texts = Object.entries(headers).map(([name, value]) => [name, Array.isArray(value) ? value.join(',') : (value ?? '')])
  return { method, bucket, key: checkedKey(key), path, query: new Map(pairs), headers: Object.fromEntries(texts) }
}

/** The key again, unless it is longer than S3 allows. */
export const checkedKey = (key: string) => {
  if (Buffer.byteLength(key) > 1024) throw new S3Error('KeyTooLongError', 'Your key is too long')
  return key
}
