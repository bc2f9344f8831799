import * as z from 'zod/mini'
import type { Claim, ClaimStore } from '../../shared/ports/store.ts'
import type { UploadedFile } from '../../shared/submission/submission.ts'
import { collection, type Fields, unlessThere } from './collection.ts'
import { agencyYear } from './submission-items.ts'
import { queryAll, type Table } from './table.ts'

const File = z.object({ objectVersion: z.string(), sha256: z.string(), bytes: z.int() } satisfies Fields<UploadedFile>)
const Schema = z.object({ submission: z.string(), arrival: z.exactOptional(z.object({ file: File, at: z.string() })) })

const VERSION = 'version#'
const versionKey = (version: number): string => `${VERSION}${String(version).padStart(4, '0')}`

/** Claims in DynamoDB, those of an agency and year under one partition key, which has no gap: the first free number is one more than there are. */
export const claimStore = (table: Table): ClaimStore => {
  const partition = (agencyId: string, year: number): string => `agency-year#${agencyYear(agencyId, year)}`
  const claims = collection(table, (pk: string, version: number) => ({ pk, sk: versionKey(version) }), Schema)

  const under = async (pk: string): Promise<Claim[]> => {
    const items = await queryAll(table, {
      KeyConditionExpression: 'pk = :pk AND begins_with(sk, :version)',
      ExpressionAttributeValues: { ':pk': pk, ':version': VERSION },
      ConsistentRead: true,
    })
    return items.map((item, index) => ({ version: index + 1, ...claims.fromItem(item) }))
  }

  return {
    async arrive({ id, agencyId, year, first }, arrival) {
      const pk = partition(agencyId, year)
      const own = { submission: id, arrival }
      if (first && (await claims.put([pk, 1], own, { condition: unlessThere }))) return { version: 1, ...own, again: false }
      for (;;) {
        const taken = await under(pk)
        const given = taken.find(({ submission }) => submission === id)
        if (given !== undefined) return { ...given, again: true }
        const version = taken.length + 1
        if (await claims.put([pk, version], own, { condition: unlessThere })) return { version, ...own, again: false }
      }
    },

    ofAgencyAndYear: (agencyId, year) => under(partition(agencyId, year)),
  }
}
