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

/** At most 32 keys of a report, each once, by what is known to be crowded. */
export const likenessKeys = (signature: Signature, crowded: ReadonlySet<number>): number[] => [
  ...new Set(signature.flatMap((sketch, section) => keysOfSection(sketch, section, crowded))),
]

/** So many reports are worth reading their fingerprints. */
const MOST_READ = 20

/** The agencies that come up most often, each list being those under one key; the agency's own keys lead to itself, which does not count. */
export const mostOften = (lists: Iterable<Iterable<string>>, own: string): string[] => {
  const times = new Map<string, number>()
  for (const agencies of lists) for (const agency of agencies) if (agency !== own) times.set(agency, (times.get(agency) ?? 0) + 1)
  return Array.from(times)
    .toSorted(([a, first], [b, second]) => second - first || (a < b ? -1 : 1))
    .slice(0, MOST_READ)
    .map(([agency]) => agency)
}
