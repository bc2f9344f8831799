import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readTools } from '../../functions/node/read-tools.ts'
import type { Block, Source } from '../../shared/document/document.ts'
import type { Reading, Remark, Unreadable, UnreadableReason } from '../../shared/document/reading.ts'
import { answerOf } from '../../shared/readers/read-file.ts'
import { READ_LIMITS, type ReadLimits } from '../../shared/readers/reader.ts'
import type { KnownFormat } from '../../shared/readers/registry.ts'
import { withCpuTime } from '../cpu-time.ts'
import { howMany } from '../how-many.ts'
import { damagedBytes, damagedParts, isZip } from './damage.ts'
import { type Outline, outline, placesOf } from './outline.ts'

/** What one reader makes of a file, by these limits in the place of the usual ones. */
export const readWith = (reader: KnownFormat, bytes: Uint8Array, limits: Partial<ReadLimits> = {}): Promise<Reading> =>
  answerOf(reader, bytes, { ...readTools, limits: { ...READ_LIMITS, ...limits } })

/** What one reader makes of a file that it can read. */
export const contentOf = async (
  reader: KnownFormat,
  bytes: Uint8Array,
  limits?: Partial<ReadLimits>,
): Promise<{ readonly blocks: readonly Block[]; readonly remarks: readonly Remark[] }> => {
  const reading = await readWith(reader, bytes, limits)
  if ('unreadable' in reading) throw new Error(`unreadable: ${reading.unreadable}${reading.limit ? `, ${reading.limit}` : ''}`)
  return { blocks: reading.document.blocks, remarks: reading.remarks }
}

/** The blocks of a file that one reader can read, in the notation of `outline.ts`. */
export const blocksOf = async (reader: KnownFormat, bytes: Uint8Array, limits?: Partial<ReadLimits>): Promise<Outline> =>
  outline((await contentOf(reader, bytes, limits)).blocks)

/** Why one reader cannot read a file, or `read`. */
export const reasonOf = async (
  reader: KnownFormat,
  bytes: Uint8Array,
  limits?: Partial<ReadLimits>,
): Promise<UnreadableReason | 'read'> => {
  const reading = await readWith(reader, bytes, limits)
  return 'unreadable' in reading ? reading.unreadable : 'read'
}

export type Outlined = { readonly blocks: Outline; readonly remarks: readonly Remark[] }

/** What one reader makes of a file, in the notation of `outline.ts`; or why it cannot be read. */
export const outlineOf = async (reader: KnownFormat, bytes: Uint8Array, limits?: Partial<ReadLimits>): Promise<Outlined | Unreadable> => {
  const reading = await readWith(reader, bytes, limits)
  return 'unreadable' in reading ? reading : { blocks: outline(reading.document.blocks), remarks: reading.remarks }
}

type File = { readonly file: Uint8Array; readonly limits?: Partial<ReadLimits> }
export type Reads = File & {
  readonly blocks: Outline
  /** In the order in which they are given; none where left out. */
  readonly remarks?: readonly Remark[]
  /** Where the paragraphs of these texts stand. */
  readonly places?: Readonly<Record<string, Source>>
}
export type Refuses = File & {
  readonly unreadable: UnreadableReason
  /** The limit that is named; none where left out. */
  readonly limit?: string
  /** Where the file turns out to be of another format than the reader's; null for none that is known. */
  readonly format?: KnownFormat | null
}

export type Damaged = {
  /** Sound files, each with something of its own in it; those that are read, where left out. */
  readonly files?: Readonly<Record<string, Uint8Array>>
  /** What damage may make of them, where they are read no more. */
  readonly answers: readonly UnreadableReason[]
  /** How many damaged copies of each are read in a long run. */
  readonly runs?: number
  /** Milliseconds of CPU time that any of them may take. */
  readonly within?: number
}

/** Milliseconds of CPU time: far more than a small file takes, far less than one that hangs. */
const SOON = 3_000
/** Each so small that nearly every file passes it. */
const TINY: readonly Partial<ReadLimits>[] = [{ cells: 1 }, { nesting: 1 }, { unpackedBytes: 100 }, { pages: 1 }, { milliseconds: 1 }]

/** A file cut off, and with one byte changed, at the same places every time. */
const damagedCopies = (file: Uint8Array): readonly Uint8Array[] =>
  [0.2, 0.5, 0.9].flatMap((share) => {
    const at = Math.floor(file.length * share)
    return [file.subarray(0, at), file.map((byte, index) => (index === at ? byte ^ 0xff : byte))]
  })

const answersDamage = (reader: KnownFormat, { files = {}, answers, runs = 150, within = SOON }: Damaged): void => {
  const isAnswered = async (copies: fc.Arbitrary<Uint8Array>): Promise<void> => {
    await fc.assert(
      fc.asyncProperty(copies, async (file) => {
        const { result: reading, milliseconds } = await withCpuTime(() => readWith(reader, file))
        expect(milliseconds).toBeLessThan(within)
        if ('unreadable' in reading) expect(answers).toContain(reading.unreadable)
        else expect(reading.document.format).toBe(reader)
      }),
      { numRuns: Math.ceil(runs / howMany({ few: 6, many: 1 })), seed: 33190 },
    )
  }

  it.each(Object.entries(files))('answers whatever the damage to the bytes of %s', async (_, file) => isAnswered(damagedBytes(file)))

  const packed = Object.entries(files).filter(([, file]) => isZip(file))
  it.each(packed)('answers whatever the damage to the parts of %s', async (_, file) => isAnswered(damagedParts(file)))
}

/**
 * Tests a reader: each file that it reads, in the notation of `outline.ts`, and each that it refuses, with the reason. Damaged copies of
 * the files that it reads get an answer too, and so do the files themselves where a limit is tiny. Of the files under `damaged`, hundreds
 * of copies are read, with bytes changed anywhere and, where they are packed, with text changed inside their parts.
 */
export const testReader = (
  reader: KnownFormat,
  {
    reads = {},
    refuses = {},
    damaged,
  }: {
    readonly reads?: Readonly<Record<string, Reads>>
    readonly refuses?: Readonly<Record<string, Refuses>>
    readonly damaged?: Damaged
  },
): void => {
  describe(`the reader of ${reader}`, () => {
    it.each(Object.entries(reads))('reads %s', async (_, { file, limits, blocks, remarks = [], places = {} }) => {
      const content = await contentOf(reader, file, limits)
      expect({ blocks: outline(content.blocks), remarks: content.remarks }).toEqual({ blocks, remarks })
      const found = placesOf(content.blocks)
      expect(Object.fromEntries(Object.keys(places).map((text) => [text, found[text]]))).toEqual(places)
    })

    it.each(Object.entries(refuses))('refuses %s', async (_, { file, limits, unreadable, limit, format = reader }) => {
      expect(await readWith(reader, file, limits)).toEqual({ unreadable, format, ...(limit !== undefined && { limit }) })
    })

    const sound = Object.entries(reads)
    const files = Object.fromEntries(sound.map(([name, { file }]) => [name, file]))
    if (damaged !== undefined) answersDamage(reader, { files, ...damaged })
    if (sound.length === 0) return

    it('answers whatever the damage to what it reads', async () => {
      for (const [name, { file, limits }] of sound)
        for (const copy of damagedCopies(file)) {
          const { result, milliseconds } = await withCpuTime(() => readWith(reader, copy, limits))
          expect(['unreadable' in result || result.document.format === reader, milliseconds < SOON], name).toEqual([true, true])
        }
    })

    it('reads within a tiny limit or names it', async () => {
      for (const [name, { file, limits }] of sound)
        for (const tiny of TINY) {
          const { result, milliseconds } = await withCpuTime(() => readWith(reader, file, { ...limits, ...tiny }))
          const answer = 'unreadable' in result ? result.unreadable : 'read'
          expect(['read', 'too-complex', 'too-large'], `${name} ${JSON.stringify(tiny)}`).toContain(answer)
          expect(milliseconds).toBeLessThan(SOON)
        }
    })
  })
}
