import * as z from 'zod/mini'
import type { LikenessStore } from '../../shared/ports/store.ts'
import type { StoredSignature } from '../../shared/submission/likeness.ts'
import type { Sketch } from '../../shared/text/sketch.ts'
import { collection, type Fields, unlessLater } from './collection.ts'
import type { Table } from './table.ts'

/** Hashes are stored as bytes: thousands of numbers apiece would take longer to unpack than to compare. */
const StoredSketch = z.object({ shingles: z.int(), least: z.instanceof(Uint8Array) } satisfies Fields<Sketch>)

const Schema = z.object({
  agencyId: z.string(),
  agencyName: z.string(),
  year: z.int(),
  version: z.int(),
  submissionId: z.string(),
  signature: z.tuple([StoredSketch, StoredSketch]),
} satisfies Fields<StoredSignature>)

const packed = ({ shingles, least }: Sketch) => ({ shingles, least: new Uint8Array(least.slice().buffer) })
const unpacked = ({ shingles, least }: z.output<typeof StoredSketch>): Sketch => ({
  shingles,
  least: new Uint32Array(least.slice().buffer),
})

const partition = (year: number): string => `signatures#${year}`

/** Fingerprints in DynamoDB, those of a year under one partition key: about 1 KB each. */
export const likenessStore = (table: Table): LikenessStore => {
  const keyOf = (year: number, agencyId: string) => ({ pk: partition(year), sk: agencyId })
  const signatures = collection(table, keyOf, Schema)
  return {
    put({ signature: [one, five], ...stored }) {
      const { year, agencyId, version } = stored
      const item = { ...stored, signature: [packed(one), packed(five)] satisfies [object, object] }
      return signatures.put([year, agencyId], item, { condition: unlessLater(version) })
    },

    async ofYear(year) {
      const items = await signatures.under(partition(year), { ConsistentRead: false })
      return items.map(({ signature: [one, five], ...stored }) => ({ ...stored, signature: [unpacked(one), unpacked(five)] }))
    },
  }
}
