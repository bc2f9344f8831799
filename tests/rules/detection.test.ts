import { describe, expect, it } from 'vitest'
import { ERROR_KINDS } from '../generator/plant/plant-error.ts'
import { howMany } from '../how-many.ts'
import { detect, findingsOfSound } from './detect.ts'

const SOUND = Array.from({ length: howMany({ few: 15, many: 40 }) }, (_, seed) => seed)

/** Two reports of each kind and few sound ones; `bench/detection.ts` measures 25 and 1,000. */
describe('detection', () => {
  it.each(ERROR_KINDS.map((kind, index) => [kind, index] as const))('finds %s at its place', async (kind, index) => {
    for (const seed of [2 * index, 2 * index + 1]) expect((await detect(kind, seed)).missed, `seed ${seed}`).toEqual([])
  })

  it.each(SOUND)('finds no error in a sound report: seed %i', async (seed) => {
    expect((await findingsOfSound(seed)).filter(({ severity }) => severity === 'error')).toEqual([])
  })

  it('plants at least forty kinds', () => {
    expect(ERROR_KINDS.length).toBeGreaterThanOrEqual(40)
  })
})
