import { UpdateCommand } from '@aws-sdk/lib-dynamodb'
import pMap from 'p-map'
import * as z from 'zod/mini'
import type { LikenessStore } from '../../shared/ports/store.ts'
import type { ReportRecord } from '../../shared/report/record.ts'
import type { StoredSignature } from '../../shared/submission/likeness.ts'
import { entryOf, likenessKeys, MOST_UNDER_A_KEY, mostAlike } from '../../shared/submission/likeness-keys.ts'
import type { Sketch } from '../../shared/text/sketch.ts'
import { collection, type Fields, unlessLater } from './collection.ts'
import { conditionHolds, type ItemKey, type Table } from './table.ts'

/** Hashes are stored as bytes: thousands of numbers apiece would take longer to unpack than to compare. */
const StoredSketch = z.object({ shingles: z.int(), least: z.instanceof(Uint8Array) } satisfies Fields<Sketch>)

const Value = z.nullable(z.number())
const Tables = z.looseObject({
  two: z.nullable(z.array(Value)),
  three: z.nullable(z.array(z.array(Value))),
  four: z.nullable(z.array(Value)),
})

const Schema = z.object({
  agencyId: z.string(),
  agencyName: z.string(),
  year: z.int(),
  version: z.int(),
  submissionId: z.string(),
  signature: z.tuple([StoredSketch, StoredSketch]),
  tables: z.exactOptional(z.string()),
} satisfies Fields<StoredSignature>)

/** Sets that only grow, up to a bound: the agencies under a key, and the keys of a year that are crowded. */
const Bucket = z.object({ key: z.number(), agencies: z.set(z.string()) })
const Crowd = z.object({ key: z.number(), crowded: z.set(z.number()) })

/** One more than may be compared, which tells that the key is crowded. */
const CROWD = MOST_UNDER_A_KEY + 1
/** So many crowded keys are known of a year, some 24 KB at most. Those beyond lead nowhere all the same, but take the places of others. */
const MOST_CROWDED = 4000
/** So many writes are on their way at once. */
const SIDE_BY_SIDE = { concurrency: 8 }

const packed = ({ shingles, least }: Sketch) => ({ shingles, least: new Uint8Array(least.slice().buffer) })
const unpacked = ({ shingles, least }: z.output<typeof StoredSketch>): Sketch => ({
  shingles,
  least: new Uint32Array(least.slice().buffer),
})

const toStored = ({ signature: [one, five], tables, ...stored }: z.output<typeof Schema>): StoredSignature => ({
  ...stored,
  signature: [unpacked(one), unpacked(five)],
  ...(tables !== undefined && { tables: Tables.parse(JSON.parse(tables)) as ReportRecord['tables'] }),
})

const partition = (year: number): string => `signatures#${year}`
const bucketKey = (year: number, key: number) => ({ pk: `likeness#${year}#${key.toString(36)}`, sk: 'agencies' })
const crowdKey = (year: number) => ({ pk: `likeness#${year}`, sk: 'crowded' })

/** Fingerprints in DynamoDB, about 2 KB each, and under each of their keys, an item of its own, the agencies that have it. */
export const likenessStore = (table: Table): LikenessStore => {
  const { client, TableName } = table
  const signatures = collection(table, (year: number, agencyId: string) => ({ pk: partition(year), sk: agencyId }), Schema)
  const buckets = collection(table, bucketKey, Bucket)
  const crowds = collection(table, crowdKey, Crowd)

  /** Adds to a set of an item, unless the set has grown to its bound; false then. */
  const add = (Key: ItemKey, key: number, set: string, members: ReadonlySet<string | number>, most: number): Promise<boolean> =>
    conditionHolds(
      client.send(
        new UpdateCommand({
          TableName,
          Key,
          ConditionExpression: 'attribute_not_exists(#set) OR size(#set) < :most',
          UpdateExpression: 'SET #key = :key ADD #set :members',
          ExpressionAttributeNames: { '#set': set, '#key': 'key' },
          ExpressionAttributeValues: { ':members': members, ':key': key, ':most': most },
        }),
      ),
    )

  const ofAgencies = async (year: number, agencyIds: readonly string[]): Promise<StoredSignature[]> =>
    (await signatures.loadAll(agencyIds.map((agencyId) => [year, agencyId]))).map(toStored)

  return {
    // The keys come first: what stands is found by all of them. A key that has become crowded meanwhile needs no entry.
    async put({ signature: [one, five], tables, ...stored }, { open, crowded }) {
      const { year, agencyId, version } = stored
      await pMap(open, (key) => add(bucketKey(year, key), key, 'agencies', new Set([agencyId]), CROWD), SIDE_BY_SIDE)
      if (crowded.length > 0) await add(crowdKey(year), year, 'crowded', new Set(crowded), MOST_CROWDED)
      const item = {
        ...stored,
        signature: [packed(one), packed(five)] satisfies [object, object],
        ...(tables !== undefined && { tables: JSON.stringify(tables) }),
      }
      return signatures.put([year, agencyId], item, { condition: unlessLater(version) })
    },

    async search({ year, agencyId, signature }) {
      const [known] = await crowds.loadAll([[year]])
      const sections = likenessKeys(signature, known?.crowded ?? new Set())
      const found = new Map((await buckets.loadAll(sections.flat().map((key) => [year, key]))).map(({ key, agencies }) => [key, agencies]))
      const others = mostAlike(found, agencyId)
      const order = new Map(others.map((other, index) => [other, index]))
      const place = (stored: StoredSignature): number => order.get(stored.agencyId) ?? 0
      return {
        others: (await ofAgencies(year, others)).toSorted((a, b) => place(a) - place(b)),
        entry: entryOf(sections, found, agencyId),
      }
    },

    ofAgencies,
    ofYear: async (year) => (await signatures.under(partition(year), { ConsistentRead: false })).map(toStored),
  }
}
