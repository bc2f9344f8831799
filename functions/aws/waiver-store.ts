import * as z from 'zod/mini'
import type { Waiver } from '../../shared/assessment/waiver.ts'
import type { WaiverStore } from '../../shared/ports/judgement-stores.ts'
import { collection, type Fields } from './collection.ts'
import type { Table } from './table.ts'

const partition = (agencyId: string): string => `waivers#${agencyId}`

const Schema = z.object({
  agencyId: z.string(),
  rule: z.string(),
  place: z.string(),
  reason: z.string(),
  expires: z.string(),
  grantedBy: z.string(),
  grantedAt: z.string(),
  takenBack: z.exactOptional(z.object({ by: z.string(), at: z.string() })),
} satisfies Fields<Waiver>)

/** Waivers in DynamoDB, those of an agency under one partition key. */
export const waiverStore = (table: Table): WaiverStore => {
  const keyOf = ({ agencyId, rule, place }: Waiver) => ({ pk: partition(agencyId), sk: `${rule} ${place}` })
  const waivers = collection(table, keyOf, Schema, { schema: 2 }) // a build before would let stand what was taken back
  return {
    put: async (waiver) => void (await waivers.put([waiver], waiver)),
    takeBack: (waiver, takenBack) =>
      waivers.put(
        [waiver],
        { ...waiver, takenBack },
        {
          condition: {
            ConditionExpression: '#grantedAt = :grantedAt AND attribute_not_exists(#takenBack)',
            ExpressionAttributeNames: { '#grantedAt': 'grantedAt', '#takenBack': 'takenBack' },
            ExpressionAttributeValues: { ':grantedAt': waiver.grantedAt },
          },
        },
      ),
    ofAgency: (agencyId) => waivers.under(partition(agencyId)),
  }
}
