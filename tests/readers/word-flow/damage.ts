import fc from 'fast-check'
import { expect } from 'vitest'
import type { Reader } from '../../../shared/readers/reader.ts'
import { withCpuTime } from '../../cpu-time.ts'
import { readWith } from './outline.ts'

const RUNS = 300
const MOST_MILLISECONDS = 2_000

const damaged = (bytes: Uint8Array) =>
  fc
    .record({
      length: fc.oneof(fc.constant(bytes.length), fc.nat({ max: bytes.length })),
      flips: fc.array(fc.tuple(fc.nat({ max: bytes.length - 1 }), fc.nat({ max: 255 })), { maxLength: 40 }),
    })
    .map(({ length, flips }) => {
      const copy = bytes.slice()
      for (const [at, value] of flips) copy[at] = value
      return copy.subarray(0, length)
    })

/** Whatever is done to the bytes of a file, the reader answers, and soon. */
export const answersWhateverTheDamage = async (reader: Reader, bytes: Uint8Array): Promise<void> => {
  await fc.assert(
    fc.asyncProperty(damaged(bytes), async (file) => {
      const { result: reading, milliseconds } = await withCpuTime(() => readWith(reader, file))
      expect(milliseconds).toBeLessThan(MOST_MILLISECONDS)
      if ('unreadable' in reading)
        expect(['damaged', 'encrypted', 'old-format', 'unknown-format', 'too-complex']).toContain(reading.unreadable)
      else expect(reading.document.format).toBe(reader.format)
    }),
    { numRuns: RUNS, seed: 97 },
  )
}
