import { describe, expect, it } from 'vitest'
import { ERROR_KINDS } from '../generator/plant/plant-error.ts'
import { howMany } from '../how-many.ts'
import { detect, findingsOfSound } from './detect.ts'

const SOUND = Array.from({ length: howMany({ few: 15, many: 40 }) }, (_, seed) => seed)

/** By the letters of the kind: another kind added leaves it as it is. */
const seedOf = (kind: string): number => Array.from(kind).reduce((sum, letter) => (sum * 31 + letter.charCodeAt(0)) % 1000, 7)

/** Two reports of each kind and few sound ones; `bench/detection.ts` measures 25 and 1,000. */
describe('detection', () => {
  it.each(ERROR_KINDS)('finds %s at its place', async (kind) => {
    for (const seed of [seedOf(kind), seedOf(kind) + 1]) expect((await detect(kind, seed)).missed, `seed ${seed}`).toEqual([])
  })

  it.each(SOUND)('finds no error in a sound report: seed %i', async (seed) => {
    expect((await findingsOfSound(seed)).filter(({ severity }) => severity === 'error')).toEqual([])
  })

  it('plants at least forty kinds', () => {
    expect(ERROR_KINDS.length).toBeGreaterThanOrEqual(40)
  })
})
