import { promisify } from 'node:util'
import { type InflateRaw, inflateRaw, inflateRawSync, type ZlibOptions } from 'node:zlib'
import { type Inflate, InflateError } from '../../shared/readers/inflate.ts'

/** What zlib hands back under `info: true`, which its types leave out. */
type Inflated = { readonly buffer: Buffer; readonly engine: InflateRaw }

const inflateInThread = promisify(inflateRaw) as (deflated: Uint8Array, options: ZlibOptions) => Promise<unknown>

/** Up to here a trip to the thread pool costs more than the work. */
const SMALL_BYTES = 4 * 1024 * 1024
const MAX_CHUNK = 1024 * 1024

const run = async (deflated: Uint8Array, maxBytes: number): Promise<Inflated> => {
  // One byte more than may come tells a stream that yields too much; one chunk for the whole result saves the joining.
  const options = { info: true, maxOutputLength: maxBytes + 1, chunkSize: Math.min(Math.max(maxBytes + 1, 64), MAX_CHUNK) }
  try {
    const result: unknown = maxBytes <= SMALL_BYTES ? inflateRawSync(deflated, options) : await inflateInThread(deflated, options)
    return result as Inflated
  } catch (error) {
    const tooLarge = error instanceof RangeError && 'code' in error && error.code === 'ERR_BUFFER_TOO_LARGE'
    throw new InflateError(tooLarge ? 'too-large' : 'damaged')
  }
}

/** Inflates with node's zlib. */
export const inflate: Inflate = async (deflated, maxBytes) => {
  const { buffer, engine } = await run(deflated, maxBytes)
  if (buffer.length > maxBytes) throw new InflateError('too-large')
  if (engine.bytesWritten !== deflated.length) throw new InflateError('damaged') // bytes behind the end of the stream
  return buffer
}
