import { describe, expect, it } from 'vitest'
import { type Signature, signatureOf } from '../../shared/submission/likeness.ts'
import { entryOf, likenessKeys as keysBySection, mostAlike } from '../../shared/submission/likeness-keys.ts'

const letters = (from: number, count: number) =>
  Array.from({ length: count }, (_, index) => String.fromCodePoint(0x4e00 + from + index)).join('')
const signature = (one: string, five = ''): Signature =>
  signatureOf({
    sections: [
      { number: 1, title: '', paragraphs: [one] },
      { number: 5, title: '', paragraphs: [five] },
    ],
  })
const likenessKeys = (...of: Parameters<typeof keysBySection>): number[] => keysBySection(...of).flat()
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

describe('what a report is entered under', () => {
  const keys = Array.from({ length: 16 }, (_, index) => index)
  const others = (count: number) => Array.from({ length: count }, (_, index) => `a${index}`)

  it('are ten keys a section, those that the fewest have', () => {
    const found = new Map(keys.map((key) => [key, new Set(others(16 - key))]))
    expect(entryOf([keys], found, 'own').open).toEqual([15, 14, 13, 12, 11, 10, 9, 8, 7, 6])
    expect(entryOf([keys, [20, 21]], new Map(), 'own').open).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 20, 21])
  })

  it('are none more where it stands, whatever the others have', () => {
    const { open } = entryOf([keys], new Map(), 'own')
    const found = new Map(open.map((key) => [key, new Set([...others(key), 'own'])]))
    expect(entryOf([keys], found, 'own').open).toEqual([])
    found.delete(open[0] ?? Number.NaN)
    expect(entryOf([keys], found, 'own').open).toHaveLength(1)
  })

  it('are none of those that are crowded, which are told', () => {
    const found = new Map([
      [3, new Set(others(21))],
      [5, new Set(others(20))],
    ])
    expect(entryOf([keys], found, 'own')).toEqual({ open: [0, 1, 2, 4, 6, 7, 8, 9, 10, 11], crowded: [3] })
  })
})

describe('the agencies that have most in common', () => {
  const found = (...lists: string[][]) => new Map(lists.map((agencies, key) => [key, new Set(agencies)]))

  it('are named in that order, by id where they have as much, without the agency itself', () => {
    expect(mostAlike(found(['c', 'own', 'a'], ['c', 'b', 'own'], ['own']), 'own')).toEqual(['c', 'a', 'b'])
  })

  it('have the more in common, the fewer have it; what is crowded leads to nobody', () => {
    const many = Array.from({ length: 21 }, (_, index) => `m${index}`)
    expect(mostAlike(found(['a', 'b', 'c', 'd'], ['a', 'b', 'c', 'd'], ['e'], many), 'own')).toEqual(['e', 'a', 'b', 'c', 'd'])
  })

  it('are twenty at most', () => {
    const [first, second] = [0, 1].map((half) => Array.from({ length: 15 }, (_, index) => `a${10 + 15 * half + index}`))
    expect(mostAlike(found(first ?? [], second ?? [], ['a38', 'a39']), 'own').slice(0, 2)).toEqual(['a38', 'a39'])
    expect(mostAlike(found(first ?? [], second ?? []), 'own')).toHaveLength(20)
  })
})
