import crc32 from 'crc-32'
import { InflateError } from '../inflate.ts'
import { type ReadTools, UnreadableError } from '../reader.ts'
import { type Entry, readDirectory } from './directory.ts'

/** The parts of a packed file. Only parts that are asked for are unpacked; whatever is wrong with them is an `UnreadableError`. */
export type Zip = {
  /** Names are compared without case where none is spelt as asked. */
  readonly names: readonly string[]
  readonly has: (name: string) => boolean
  /** The unpacked bytes of a part, checked against the directory's size and CRC-32; undefined where there is no such part. */
  readonly read: (name: string) => Promise<Uint8Array | undefined>
}

const LOCAL = 0x04034b50
const LOCAL_BYTES = 30
const STORED = 0
const DEFLATED = 8

const megabytes = (bytes: number): string => `${Math.round(bytes / 1024 / 1024)} MB`

/** Runs what reads the file's own offsets: one that points out of the file is damage. */
const withinFile = <T>(read: () => T): T => {
  try {
    return read()
  } catch (error) {
    if (error instanceof RangeError) throw new UnreadableError('damaged')
    throw error
  }
}

const packedBytes = (bytes: Uint8Array, { offset, packedBytes }: Entry): Uint8Array => {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  if (view.getUint32(offset, true) !== LOCAL) throw new UnreadableError('damaged')
  const start = offset + LOCAL_BYTES + view.getUint16(offset + 26, true) + view.getUint16(offset + 28, true)
  if (start + packedBytes > bytes.length) throw new UnreadableError('damaged')
  return bytes.subarray(start, start + packedBytes)
}

const unpack = async (packed: Uint8Array, { method, unpackedBytes }: Entry, inflate: ReadTools['inflate']): Promise<Uint8Array> => {
  if (method === STORED) return packed
  if (method !== DEFLATED) throw new UnreadableError('damaged')
  try {
    return await inflate(packed, unpackedBytes)
  } catch (error) {
    // Also the part that yields more than its directory entry says: the entry lies.
    if (error instanceof InflateError) throw new UnreadableError('damaged')
    throw error
  }
}

/** Opens a zip by its central directory. All parts that are read share one budget of `unpackedBytes`, so that no set of entries unpacks to more. */
export const openZip = (bytes: Uint8Array, { inflate, limits }: ReadTools): Zip => {
  const entries = withinFile(() => readDirectory(bytes))
  let budget = limits.unpackedBytes
  let folded: Map<string, Entry | undefined> | undefined
  const foldedEntries = (): Map<string, Entry | undefined> => {
    const map = new Map<string, Entry | undefined>()
    // Two names that differ in case alone: which of them is meant, nobody knows.
    for (const [name, entry] of entries) map.set(name.toLowerCase(), map.has(name.toLowerCase()) ? undefined : entry)
    return map
  }
  const find = (name: string): Entry | undefined => {
    folded ??= entries.has(name) ? folded : foldedEntries()
    return entries.get(name) ?? folded?.get(name.toLowerCase())
  }

  const read = async (name: string): Promise<Uint8Array | undefined> => {
    const entry = find(name)
    if (entry === undefined) return undefined
    if (entry.encrypted) throw new UnreadableError('encrypted')
    if (entry.unpackedBytes > budget) throw new UnreadableError('too-large', megabytes(limits.unpackedBytes))
    budget -= entry.unpackedBytes
    const packed = withinFile(() => packedBytes(bytes, entry))
    const unpacked = await unpack(packed, entry, inflate)
    if (unpacked.length !== entry.unpackedBytes || crc32.buf(unpacked) >>> 0 !== entry.crc) throw new UnreadableError('damaged')
    return unpacked
  }

  return { names: [...entries.keys()], has: (name) => find(name) !== undefined, read }
}
