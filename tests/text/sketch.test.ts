import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { sharedPart, sketchOf } from '../../shared/text/sketch.ts'

/** Letters that come nowhere twice: a run of so many, from the k-th Han character on. */
const letters = (from: number, count: number) =>
  Array.from({ length: count }, (_, index) => String.fromCodePoint(0x4e00 + from + index)).join('')

describe('the fingerprint of a text', () => {
  it('has every shingle of a short text, and no more than 128 hashes of a long one, rising', () => {
    expect(sketchOf(letters(0, 7))).toEqual({ shingles: 0, least: new Uint32Array(0) })
    expect(sketchOf(letters(0, 20)).least).toHaveLength(13)
    const { shingles, least } = sketchOf(letters(0, 2000))
    expect([shingles, least.length]).toEqual([1993, 128])
    expect([...least]).toEqual([...least].toSorted((a, b) => a - b))
  })

  it('is the same under other marks, spaces and figures', () => {
    const text = '全年公开信息120条,答复申请9件,没有行政复议。'
    expect(sketchOf('全年公开信息 7 条;答复申请3456件。没有行政复议')).toEqual(sketchOf(text))
  })

  it('tells exactly what part is shared where both texts are short', () => {
    // Ten of the first one's 43 shingles.
    expect(sharedPart(sketchOf(letters(0, 50)), sketchOf(letters(33, 60)))).toBeCloseTo(10 / 43, 10)
    expect(sharedPart(sketchOf(letters(0, 50)), sketchOf(letters(0, 50)))).toBe(1)
    expect(sharedPart(sketchOf(letters(0, 50)), sketchOf(letters(100, 50)))).toBe(0)
    expect(sharedPart(sketchOf(''), sketchOf(letters(0, 50)))).toBe(0)
    expect(sharedPart(sketchOf(letters(0, 50)), sketchOf(''))).toBe(0)
  })

  it('tells it nearly where texts are long, whichever is longer', () => {
    const far: number[] = []
    fc.assert(
      fc.property(
        fc.integer({ min: 300, max: 2000 }),
        fc.integer({ min: 300, max: 2000 }),
        fc.integer({ min: 0, max: 10 }),
        fc.integer({ min: 0, max: 9000 }),
        (own, other, tenths, from) => {
          const common = Math.floor((Math.min(own, other) * tenths) / 10)
          const there = letters(from, common) + letters(from + 4000, other - common)
          const told = sharedPart(sketchOf(letters(from, own)), sketchOf(there))
          const truth = Math.max(0, common - 7) / (own - 7)
          far.push(Math.abs(told - truth))
          expect(Math.abs(told - truth)).toBeLessThan(0.35)
        },
      ),
      { seed: 7, numRuns: 300 },
    )
    expect(far.toSorted((a, b) => a - b)[285]).toBeLessThan(0.15) // nineteen times in twenty
  })
})
