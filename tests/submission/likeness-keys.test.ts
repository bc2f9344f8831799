import { describe, expect, it } from 'vitest'
import { type Signature, signatureOf } from '../../shared/submission/likeness.ts'
import { likenessKeys, mostOften } from '../../shared/submission/likeness-keys.ts'

const letters = (from: number, count: number) =>
  Array.from({ length: count }, (_, index) => String.fromCodePoint(0x4e00 + from + index)).join('')
const signature = (one: string, five = ''): Signature =>
  signatureOf({
    sections: [
      { number: 1, title: '', paragraphs: [one] },
      { number: 5, title: '', paragraphs: [five] },
    ],
  })
const NONE: ReadonlySet<number> = new Set()
const shared = (a: readonly number[], b: readonly number[]) => a.filter((key) => b.includes(key)).length

describe('the keys of a fingerprint', () => {
  it('are sixteen a section, whole numbers of 32 bits, and none of a text without shingles', () => {
    const keys = likenessKeys(signature(letters(0, 600), letters(3000, 400)), NONE)
    expect(keys).toHaveLength(32)
    for (const key of keys) expect(Number.isInteger(key) && key >= 0 && key < 2 ** 32).toBe(true)
    expect(likenessKeys(signature(letters(0, 600)), NONE)).toHaveLength(16)
    expect(likenessKeys(signature(''), NONE)).toEqual([])
  })

  it('are the same of the same text, and others where it stands in the other section', () => {
    const [one, five] = [letters(0, 600), letters(3000, 400)]
    expect(likenessKeys(signature(one, five), NONE)).toEqual(likenessKeys(signature(one, five), NONE))
    expect(shared(likenessKeys(signature(one), NONE), likenessKeys(signature('', one), NONE))).toBe(0)
  })

  it('are shared by texts that are alike in a half, and not by others', () => {
    for (let from = 0; from < 10_000; from += 1000) {
      const own = likenessKeys(signature(letters(from, 600)), NONE)
      expect(shared(own, likenessKeys(signature(letters(from + 200, 600)), NONE))).toBeGreaterThan(0)
      expect(shared(own, likenessKeys(signature(letters(from + 700, 600)), NONE))).toBe(0)
    }
  })

  it('leave out what is crowded, and take the next instead', () => {
    const text = signature(letters(0, 600))
    const before = likenessKeys(text, NONE)
    const crowded = new Set(before.slice(0, 5))
    const after = likenessKeys(text, crowded)
    expect(after).toHaveLength(16)
    expect(after.slice(0, 11)).toEqual(before.slice(5))
  })

  it('are bands where nearly all is crowded, which an exact copy shares and a text half alike seldom', () => {
    const own = signature(letters(0, 100))
    const crowded = new Set<number>()
    for (let keys = likenessKeys(own, crowded); crowded.size < 93; keys = likenessKeys(own, crowded))
      for (const key of keys) crowded.add(key)
    const bands = likenessKeys(own, crowded)
    expect(bands.length).toBeGreaterThan(3)
    expect(likenessKeys(signature(letters(0, 100)), crowded)).toEqual(bands)
    expect(shared(bands, likenessKeys(signature(letters(50, 100)), crowded))).toBeLessThan(3)
  })
})

describe('the agencies that come up most often', () => {
  it('are named in that order, by id where they come up alike, without the agency itself', () => {
    expect(mostOften([['c', 'own', 'a'], ['c', 'b'], ['own'], []], 'own')).toEqual(['c', 'a', 'b'])
  })

  it('are twenty at most', () => {
    const many = Array.from({ length: 30 }, (_, index) => `a${index}`)
    expect(mostOften([many, many.slice(25)], 'own').slice(0, 5)).toEqual(['a25', 'a26', 'a27', 'a28', 'a29'])
    expect(mostOften([many], 'own')).toHaveLength(20)
  })
})
