import { PutCommand } from '@aws-sdk/lib-dynamodb'
import type { LikenessStore } from '../../shared/ports/store.ts'
import type { Signature, StoredSignature } from '../../shared/submission/likeness.ts'
import type { Sketch } from '../../shared/text/sketch.ts'
import { conditionHolds, queryAll, type Table } from './table.ts'

type StoredSketch = { readonly shingles: number; readonly least: Uint8Array }
type Item = Omit<StoredSignature, 'signature'> & {
  readonly pk: string
  readonly sk: string
  readonly signature: readonly [StoredSketch, StoredSketch]
}

const partition = (year: number): string => `signatures#${year}`

/** Hashes are stored as bytes: thousands of numbers apiece would take longer to unpack than to compare. */
const packed = ({ shingles, least }: Sketch): StoredSketch => ({ shingles, least: new Uint8Array(least.slice().buffer) })
const unpacked = ({ shingles, least }: StoredSketch): Sketch => ({ shingles, least: new Uint32Array(least.slice().buffer) })

const toItem = ({ signature: [one, five], ...stored }: StoredSignature): Item => ({
  pk: partition(stored.year),
  sk: stored.agencyId,
  ...stored,
  signature: [packed(one), packed(five)],
})

/** Only `toItem` writes what is read here. */
const fromItem = (item: Record<string, unknown>): StoredSignature => {
  const { pk, sk, signature, ...stored } = item as Item
  return { ...stored, signature: [unpacked(signature[0]), unpacked(signature[1])] satisfies Signature }
}

/** Fingerprints in DynamoDB, those of a year under one partition key: about 1 KB each. */
export const likenessStore = (table: Table): LikenessStore => ({
  put(signature) {
    const put = new PutCommand({
      TableName: table.TableName,
      Item: toItem(signature),
      ConditionExpression: 'attribute_not_exists(pk) OR #version <= :version',
      ExpressionAttributeNames: { '#version': 'version' },
      ExpressionAttributeValues: { ':version': signature.version },
    })
    return conditionHolds(table.client.send(put))
  },

  async ofYear(year) {
    const items = await queryAll(table, {
      KeyConditionExpression: 'pk = :pk',
      ExpressionAttributeValues: { ':pk': partition(year) },
    })
    return items.map(fromItem)
  },
})
