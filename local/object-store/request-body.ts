import type { IncomingMessage } from 'node:http'
import { S3Error } from './errors.ts'

const longestLine = 16 * 1024
const incomplete = () => new S3Error('IncompleteBody', 'The request body terminated unexpectedly or its chunks are malformed')

/** Hands out a stream by lines and by counted bytes. */
const scan = (source: AsyncIterable<Uint8Array>) => {
  const chunks = source[Symbol.asyncIterator]()
  let held = Buffer.alloc(0)
  const more = async () => {
    const { done, value } = await chunks.next()
    if (done) throw incomplete()
    held = held.length === 0 ? Buffer.from(value) : Buffer.concat([held, value])
  }
  const take = (count: number) => {
    const taken = held.subarray(0, count)
    held = held.subarray(count)
    return taken
  }
  return {
    async line() {
      let end = held.indexOf('\r\n')
      while (end < 0) {
        if (held.length > longestLine) throw incomplete()
        await more()
        end = held.indexOf('\r\n')
      }
      return take(end + 2).toString('utf8', 0, end)
    },
    async *bytes(count: number) {
      for (let left = count; left > 0; ) {
        if (held.length === 0) await more()
        const taken = take(left)
        left -= taken.length
        yield taken
      }
    },
  }
}

/** Undoes the SDK's aws-chunked coding; the checksums that follow the last chunk are put into `trailers`. */
async function* unchunked(source: AsyncIterable<Uint8Array>, trailers: Map<string, string>) {
  const scanner = scan(source)
  for (;;) {
    const size = /^([0-9a-f]{1,8})(;.*)?$/i.exec(await scanner.line())?.[1]
    if (size === undefined) throw incomplete()
    if (Number.parseInt(size, 16) === 0) break
    yield* scanner.bytes(Number.parseInt(size, 16))
    if ((await scanner.line()) !== '') throw incomplete()
  }
  for (let line = await scanner.line(); line !== ''; line = await scanner.line()) {
    const [name = '', ...value] = line.split(':')
    trailers.set(name.trim().toLowerCase(), value.join(':').trim())
  }
}

/** The object's bytes within the request, and how to check them once they have all been read. */
export const bodyOf = (request: IncomingMessage, headers: Readonly<Record<string, string>>, contentSha256: string) => {
  const raw: AsyncIterable<Uint8Array> = request.iterator({ destroyOnReturn: false }) // so that a refusal can still be answered
  const trailers = new Map<string, string>()
  const chunked = contentSha256 === 'STREAMING-UNSIGNED-PAYLOAD-TRAILER'
  if (!chunked && contentSha256 !== 'UNSIGNED-PAYLOAD' && !/^[0-9a-f]{64}$/.test(contentSha256))
    throw new S3Error('NotImplemented', `x-amz-content-sha256 ${contentSha256} is not implemented`)
  const length = headers[chunked ? 'x-amz-decoded-content-length' : 'content-length']
  if (length === undefined) throw new S3Error('MissingContentLength', 'You must provide the Content-Length HTTP header.')
  return {
    bytes: chunked ? unchunked(raw, trailers) : raw,
    check({ size, digests }: { size: number; digests: { sha256: Buffer } }) {
      if (size !== Number(length)) throw incomplete()
      if (contentSha256.length === 64 && contentSha256 !== digests.sha256.toString('hex'))
        throw new S3Error('XAmzContentSHA256Mismatch', "The provided 'x-amz-content-sha256' header does not match what was computed.")
      const promised = headers['x-amz-trailer']?.split(',').find((name) => !trailers.has(name.trim().toLowerCase()))
      if (promised) throw new S3Error('MalformedTrailerError', `The trailer ${promised} did not come`)
      return Object.fromEntries(trailers)
    },
  }
}
