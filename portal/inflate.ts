import { type Inflate, InflateError } from '../shared/readers/inflate.ts'

const concatenate = (chunks: readonly Uint8Array[], length: number): Uint8Array => {
  const [only] = chunks
  if (only?.length === length) return only
  const whole = new Uint8Array(length)
  let at = 0
  for (const chunk of chunks) {
    whole.set(chunk, at)
    at += chunk.length
  }
  return whole
}

/** Inflates with the browser's own decompression, counting what comes out and stopping at the first byte too many. */
export const inflate: Inflate = async (deflated, maxBytes) => {
  const packed = new Blob([deflated.slice()]).stream()
  const reader = packed.pipeThrough(new DecompressionStream('deflate-raw')).getReader()
  const chunks: Uint8Array[] = []
  let length = 0
  try {
    for (let next = await reader.read(); !next.done; next = await reader.read()) {
      length += next.value.length
      if (length > maxBytes) break
      chunks.push(next.value)
    }
  } catch {
    throw new InflateError('damaged')
  }
  if (length > maxBytes) {
    await reader.cancel()
    throw new InflateError('too-large')
  }
  return concatenate(chunks, length)
}
