import fc from 'fast-check'
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate'

/** A file with bytes changed here and there, and perhaps its end cut off, as faulty transfers make them. */
export const damagedBytes = (sound: Uint8Array): fc.Arbitrary<Uint8Array> =>
  fc
    .record({
      length: fc.oneof(fc.constant(sound.length), fc.nat(sound.length)),
      edits: fc.array(fc.tuple(fc.nat(sound.length - 1), fc.nat(255)), { maxLength: 40 }),
    })
    .map(({ length, edits }) => {
      const bytes = sound.slice()
      for (const [at, byte] of edits) bytes[at] = byte
      return bytes.subarray(0, length)
    })

const BITS = ['<', '>', '"', '&#0;', '&', '999999999', '-1', '</', ' x="y"', '0', '']

/** A packed file with text changed inside its parts, whose sums then fit again. */
export const damagedParts = (sound: Uint8Array): fc.Arbitrary<Uint8Array> => {
  const whole = unzipSync(sound)
  const names = Object.keys(whole).filter((name) => /\.(?:xml|rels)$/.test(name))
  const change = fc.record({
    name: fc.constantFrom(...names),
    at: fc.nat(),
    length: fc.nat(59),
    /** What comes there; without it, what stood there comes twice. */
    bit: fc.option(fc.constantFrom(...BITS), { freq: 2, nil: undefined }),
  })
  return fc.array(change, { minLength: 1, maxLength: 3 }).map((changes) => {
    const parts = { ...whole }
    for (const { name, at, length, bit } of changes) {
      const text = strFromU8(parts[name] ?? new Uint8Array())
      const from = at % (text.length + 1)
      parts[name] = strToU8(text.slice(0, from) + (bit ?? text.slice(from, from + length).repeat(2)) + text.slice(from + length))
    }
    return zipSync(parts)
  })
}

/** Whether a file is packed, so that its parts can be damaged one by one. */
export const isZip = (bytes: Uint8Array): boolean => strFromU8(bytes.subarray(0, 4), true) === 'PK\x03\x04'
