/** Files with bytes changed and ends cut off, as faulty transfers make them. */
import fc from 'fast-check'

export const damaged = (sound: Uint8Array): fc.Arbitrary<Uint8Array> =>
  fc
    .record({
      length: fc.nat(sound.length),
      edits: fc.array(fc.tuple(fc.nat(sound.length - 1), fc.nat(255)), { maxLength: 30 }),
    })
    .map(({ length, edits }) => {
      const bytes = sound.slice()
      for (const [at, byte] of edits) bytes[at] = byte
      return bytes.subarray(0, length)
    })
