import fc from 'fast-check'
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate'
import { expect } from 'vitest'
import type { Reader } from '../../../shared/readers/reader.ts'
import { withCpuTime } from '../../cpu-time.ts'
import { readWith } from './read-tools.ts'

const RUNS = 150
const MOST_MILLISECONDS = 3_000
const ANSWERS = ['damaged', 'encrypted', 'unknown-format', 'old-format', 'too-complex', 'too-large', 'garbled', 'scan']

type Make = (pick: (most: number) => number, bytes: Uint8Array) => Uint8Array

/** Bytes changed here and there, or the end cut off. */
const brokenBytes: Make = (pick, bytes) => {
  const copy = bytes.slice(0, pick(2) === 0 ? pick(bytes.length) : bytes.length)
  for (let flips = pick(20); flips > 0 && copy.length > 0; flips--) copy[pick(copy.length)] = pick(256)
  return copy
}

const BITS = ['<', '>', '"', '&#0;', '&', '999999999', '-1', '</', ' x="y"', '0', '']

/** Text changed inside the packed parts, whose sums then fit again. */
const brokenParts: Make = (pick, bytes) => {
  const parts = unzipSync(bytes)
  const names = Object.keys(parts).filter((name) => /\.(?:xml|rels)$/.test(name))
  for (let changes = 1 + pick(3); changes > 0; changes--) {
    const name = names[pick(names.length)] ?? ''
    const text = strFromU8(parts[name] ?? new Uint8Array())
    const [at, length] = [pick(text.length + 1), pick(60)]
    const bit = pick(3) === 0 ? text.slice(at, at + length).repeat(2) : (BITS[pick(BITS.length)] ?? '')
    parts[name] = strToU8(text.slice(0, at) + bit + text.slice(at + length))
  }
  return zipSync(parts)
}

/** Whatever is done to a file, the reader answers, and soon. */
const answers = async (reader: Reader, bytes: Uint8Array, make: Make): Promise<void> => {
  await fc.assert(
    fc.asyncProperty(fc.infiniteStream(fc.nat()), async (numbers) => {
      const file = make((most) => (numbers.next().value ?? 0) % Math.max(1, most), bytes)
      const { result: reading, milliseconds } = await withCpuTime(() => readWith(reader, file))
      expect(milliseconds).toBeLessThan(MOST_MILLISECONDS)
      if ('unreadable' in reading) expect(ANSWERS).toContain(reading.unreadable)
      else expect(reading.document.format).toBe(reader.format)
    }),
    { numRuns: RUNS, seed: 33190 },
  )
}

export const answersBrokenBytes = (reader: Reader, bytes: Uint8Array): Promise<void> => answers(reader, bytes, brokenBytes)
export const answersBrokenParts = (reader: Reader, bytes: Uint8Array): Promise<void> => answers(reader, bytes, brokenParts)
