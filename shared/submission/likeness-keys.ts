import type { Sketch } from '../text/sketch.ts'
import type { Signature } from './likeness.ts'

/*
 * Keys by which fingerprints that are alike find one another: two reports are compared where they have a key in common. A key is a number of 32 bits;
 * that two things have the same by chance is rare, and costs a comparison.
 */

/** More reports than this under a key, and it is of a phrase that everybody writes: it is crowded, and leads nowhere any more. */
export const MOST_UNDER_A_KEY = 20

/** So many keys has a section; there are two. */
const KEYS = 16

/** How many hashes make one band: of a few, two texts that are alike in a half often have the same; of many, only copies. */
const BANDS = [4, 6, 5, 3, 8, 5, 6, 4, 7, 5, 6, 8, 4, 6, 5, 7, 6, 8, 5, 6]

/** Of a section's hashes so many must not be crowded for each that is taken as a key. */
const SPARE = 4

const mixed = (hash: number, salt: number): number => {
  let mix = Math.imul(hash ^ Math.imul(salt + 1, 0x9e3779b1), 0x85ebca6b)
  mix = Math.imul(mix ^ (mix >>> 15), 0xc2b2ae35)
  return (mix ^ (mix >>> 16)) >>> 0
}

/** The hash that comes first in the order of a salt: of two texts it is the same one as often as their hashes are the same. */
const firstOf = (hashes: Uint32Array, salt: number): number => {
  let [least, first] = [Number.POSITIVE_INFINITY, 0]
  for (const hash of hashes) {
    const order = mixed(hash, salt)
    if (order < least) [least, first] = [order, hash]
  }
  return first
}

function* bandsOf(hashes: Uint32Array, section: number): Generator<number> {
  let salt = 0
  for (const [index, length] of BANDS.entries()) {
    let band = mixed(section, 1000 + index)
    for (const end = salt + length; salt < end; salt++) band = mixed(band ^ firstOf(hashes, salt), index)
    yield band
  }
}

/**
 * The least hashes that are not crowded. Where most of them are, the text is put together from what everybody writes: then what tells it from
 * others is which hashes come together, and bands take the place of hashes.
 */
const keysOfSection = ({ least }: Sketch, section: number, crowded: ReadonlySet<number>): number[] => {
  const own = Array.from(least, (hash) => mixed(hash, section)).filter((key) => !crowded.has(key))
  const keys = own.slice(0, Math.min(KEYS, Math.floor(own.length / SPARE)))
  if (keys.length === KEYS || least.length === 0) return keys
  for (const band of bandsOf(least, section)) {
    if (!crowded.has(band)) keys.push(band)
    if (keys.length === KEYS) break
  }
  return keys
}

/** At most 32 keys of a report, section by section, each once, by what is known to be crowded. */
export const likenessKeys = (signature: Signature, crowded: ReadonlySet<number>): number[][] =>
  signature.map((sketch, section) => [...new Set(keysOfSection(sketch, section, crowded))])

/** The agencies that stand under each key. */
type Found = ReadonlyMap<number, ReadonlySet<string>>

const isCrowded = (found: Found, key: number): boolean => (found.get(key)?.size ?? 0) > MOST_UNDER_A_KEY

/** Under so many keys a section is entered. More would be found by chance alone; and what many have takes longer to become crowded. */
const ENTERED = 10

/**
 * Under which keys a report is to be entered, of those that were looked up: in each section those that the fewest others have, as they tell it from others
 * and will lead to it the longest. Where the agency stands already counts among them, so that after an entry nothing is left to be entered.
 */
export const entryOf = (sections: readonly (readonly number[])[], found: Found, own: string) => {
  const stands = (key: number): boolean => found.get(key)?.has(own) ?? false
  const size = (key: number): number => found.get(key)?.size ?? 0
  const open = sections.flatMap((keys) => {
    const telling = keys.filter((key) => !isCrowded(found, key))
    const free = telling.filter((key) => !stands(key)).toSorted((a, b) => size(a) - size(b))
    return free.slice(0, Math.max(0, ENTERED - (telling.length - free.length)))
  })
  return { open: [...new Set(open)], crowded: sections.flat().filter((key) => isCrowded(found, key)) }
}

/** So many reports are worth reading their fingerprints. */
const MOST_READ = 20

/** The agencies that have most in common with the report, a key counting the more the fewer have it; the agency's own keys lead to itself, which does not count. */
export const mostAlike = (found: Found, own: string): string[] => {
  const weights = new Map<string, number>()
  for (const [key, agencies] of found) {
    if (isCrowded(found, key)) continue
    for (const agency of agencies) if (agency !== own) weights.set(agency, (weights.get(agency) ?? 0) + 1 / agencies.size)
  }
  return Array.from(weights)
    .toSorted(([a, first], [b, second]) => second - first || (a < b ? -1 : 1))
    .slice(0, MOST_READ)
    .map(([agency]) => agency)
}
