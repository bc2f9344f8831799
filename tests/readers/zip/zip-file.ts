import crc32 from 'crc-32'
import { deflateSync } from 'fflate'

/** A part, and where it lies to the reader: what is left out is true. */
export type Part = {
  readonly name: string
  readonly content: Uint8Array
  readonly method?: 0 | 8 | 12
  readonly flags?: number
  readonly crc?: number
  readonly packedBytes?: number
  readonly unpackedBytes?: number
  /** Shares the packed bytes of the part at this index. */
  readonly sharesWith?: number
  /** Sizes and offset in the extra field of zip64. */
  readonly wide?: true
}

const words = (...fields: readonly (readonly [bytes: 2 | 4 | 8, value: number])[]): Buffer =>
  Buffer.concat(
    fields.map(([bytes, value]) => {
      const field = Buffer.alloc(bytes)
      if (bytes === 8) field.writeBigUInt64LE(BigInt(value))
      else field.writeUIntLE(value, 0, bytes)
      return field
    }),
  )

const IN_ZIP64 = 0xffffffff

/** Writes a zip field by field, so that each field can lie. */
export const writeZip = (parts: readonly Part[], { comment = '', zip64 = false } = {}): Buffer => {
  const [files, directory]: [Buffer[], Buffer[]] = [[], []]
  const offsets: number[] = []
  for (const part of parts) {
    const method = part.method ?? 8
    const packed = method === 8 ? Buffer.from(deflateSync(part.content)) : Buffer.from(part.content)
    const name = Buffer.from(part.name)
    const crc = part.crc ?? crc32.buf(part.content) >>> 0
    const [packedBytes, unpackedBytes] = [part.packedBytes ?? packed.length, part.unpackedBytes ?? part.content.length]
    const shared = part.sharesWith === undefined ? undefined : offsets[part.sharesWith]
    const offset = shared ?? Buffer.concat(files).length
    offsets.push(offset)
    // The local header tells no sizes, as where a zip is written in one stream: the directory alone is to be believed.
    if (shared === undefined)
      files.push(
        words([4, 0x04034b50], [2, 20], [2, (part.flags ?? 0) | 8], [2, method], [4, 0], [4, 0], [4, 0], [4, 0], [2, name.length], [2, 0]),
        name,
        packed,
      )
    const extra = part.wide ? words([2, 9], [2, 0], [2, 1], [2, 24], [8, unpackedBytes], [8, packedBytes], [8, offset]) : Buffer.alloc(0)
    const [a, b, c] = part.wide ? [IN_ZIP64, IN_ZIP64, IN_ZIP64] : [packedBytes, unpackedBytes, offset]
    directory.push(
      words([4, 0x02014b50], [2, 20], [2, 20], [2, part.flags ?? 0], [2, method], [4, 0], [4, crc], [4, a], [4, b]),
      words([2, name.length], [2, extra.length], [2, 0], [2, 0], [2, 0], [4, 0], [4, c]),
      name,
      extra,
    )
  }
  const [start, body] = [Buffer.concat(files).length, Buffer.concat(directory)]
  const end64 = zip64
    ? Buffer.concat([
        words(
          [4, 0x06064b50],
          [8, 44],
          [2, 45],
          [2, 45],
          [4, 0],
          [4, 0],
          [8, parts.length],
          [8, parts.length],
          [8, body.length],
          [8, start],
        ),
        words([4, 0x07064b50], [4, 0], [8, start + body.length], [4, 1]),
      ])
    : Buffer.alloc(0)
  const [count, at] = zip64 ? [0xffff, IN_ZIP64] : [parts.length, start]
  const end = words([4, 0x06054b50], [2, 0], [2, 0], [2, count], [2, count], [4, body.length], [4, at], [2, Buffer.byteLength(comment)])
  return Buffer.concat([...files, body, end64, end, Buffer.from(comment)])
}
