import { createHash } from 'node:crypto'
import { createWriteStream } from 'node:fs'
import { rm } from 'node:fs/promises'
import { pipeline } from 'node:stream/promises'
import { crc32 } from 'node:zlib'
import { S3Error } from './errors.ts'

/** Bytes that lie flushed in a temporary file, with all that S3 may be asked about them. */
export type ReceivedFile = {
  readonly file: string
  readonly size: number
  readonly digests: Readonly<Record<'md5' | 'crc32' | 'sha1' | 'sha256', Buffer>>
}

/** Writes a stream to `file`, refuses it as soon as it outgrows `largest`, and lends it to `use`; what `use` leaves there is removed. */
export const receive = async <T>(
  source: AsyncIterable<Uint8Array>,
  { file, largest = Number.POSITIVE_INFINITY }: { file: string; largest?: number },
  use: (received: ReceivedFile) => T | Promise<T>,
): Promise<T> => {
  const [md5, sha1, sha256] = [createHash('md5'), createHash('sha1'), createHash('sha256')]
  let [size, crc] = [0, 0]
  const measure = async function* () {
    for await (const chunk of source) {
      size += chunk.length
      if (size > largest)
        throw new S3Error('EntityTooLarge', 'Your proposed upload exceeds the maximum allowed size', {
          details: { MaxSizeAllowed: largest },
        })
      for (const hash of [md5, sha1, sha256]) hash.update(chunk)
      crc = crc32(chunk, crc)
      yield chunk
    }
  }
  const writer = createWriteStream(file, { flags: 'wx', flush: true, mode: 0o600 })
  const closed = new Promise<void>((resolve) => writer.once('close', () => resolve()))
  try {
    await pipeline(measure, writer)
    const crcBytes = Buffer.alloc(4)
    crcBytes.writeUInt32BE(crc)
    return await use({ file, size, digests: { md5: md5.digest(), crc32: crcBytes, sha1: sha1.digest(), sha256: sha256.digest() } })
  } finally {
    await closed // A body that is wrong at once is refused while the file is still being opened: removed before, it would be made after.
    await rm(file, { force: true })
  }
}

const checkMd5 = (claimed: string, md5: Buffer) => {
  if (Buffer.from(claimed, 'base64').length !== 16) throw new S3Error('InvalidDigest', 'The Content-MD5 you specified was invalid.')
  if (claimed !== md5.toString('base64')) throw new S3Error('BadDigest', 'The Content-MD5 you specified did not match what we received.')
}

/** Compares every checksum that a header, a trailer or a form field claims with the bytes; answers those worth keeping. */
export const checkedChecksums = (claims: Readonly<Record<string, string>>, { digests }: ReceivedFile): Record<string, string> => {
  if (claims['content-md5'] !== undefined) checkMd5(claims['content-md5'], digests.md5)
  const claimed = Object.entries(claims).filter(([name]) => /^x-amz-checksum-(?!mode$|type$|algorithm$)/.test(name))
  for (const [name, value] of claimed) {
    const algorithm = name.slice('x-amz-checksum-'.length)
    if (algorithm !== 'crc32' && algorithm !== 'sha1' && algorithm !== 'sha256')
      throw new S3Error('NotImplemented', `The checksum ${algorithm} is not implemented`)
    if (value !== digests[algorithm].toString('base64'))
      throw new S3Error('BadDigest', `The ${algorithm.toUpperCase()} you specified did not match the calculated checksum.`)
  }
  return Object.fromEntries(claimed)
}
