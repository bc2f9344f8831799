import * as z from 'zod/mini'
import type { ClaimedFile, ClaimStore } from '../../shared/ports/store.ts'
import { collection, unlessThere } from './collection.ts'
import { agencyYear } from './submission-items.ts'
import { queryAll, type Table } from './table.ts'

const Schema = z.object({ submission: z.string() })

const VERSION = 'version#'
const versionKey = (version: number): string => `${VERSION}${String(version).padStart(4, '0')}`

/** Claims in DynamoDB, those of an agency and year under one partition key. */
export const claimStore = (table: Table): ClaimStore => {
  const partition = (agencyId: string, year: number): string => `agency-year#${agencyYear(agencyId, year)}`
  const fileKey = ({ agencyId, year, sha256 }: ClaimedFile): [string, string] => [partition(agencyId, year), `file#${sha256}`]
  const claims = collection(table, (pk: string, sk: string) => ({ pk, sk }), Schema)
  return {
    async version({ id, agencyId, year }) {
      const pk = partition(agencyId, year)
      const items = await queryAll(table, {
        KeyConditionExpression: 'pk = :pk AND begins_with(sk, :version)',
        ExpressionAttributeValues: { ':pk': pk, ':version': VERSION },
        ConsistentRead: true,
      })
      const taken = items.map(claims.fromItem)
      const given = taken.findIndex(({ submission }) => submission === id)
      if (given >= 0) return given + 1
      for (let version = taken.length + 1; ; version += 1) {
        if (await claims.put([pk, versionKey(version)], { submission: id }, { condition: unlessThere })) return version
        // Another delivery of the same arrival may have been quicker.
        if ((await claims.load(pk, versionKey(version)))?.submission === id) return version
      }
    },

    holderOf: async (file) => (await claims.load(...fileKey(file)))?.submission,

    giveFile(file, submission, inPlaceOf) {
      const held = { ConditionExpression: 'submission = :holder', ExpressionAttributeValues: { ':holder': inPlaceOf } }
      return claims.put(fileKey(file), { submission }, { condition: inPlaceOf === undefined ? unlessThere : held })
    },
  }
}
