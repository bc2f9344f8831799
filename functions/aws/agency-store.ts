import * as z from 'zod/mini'
import { AGENCY_KINDS } from '../../shared/form/agency-kind.ts'
import type { AgencyStore, Subordinate } from '../../shared/ports/store.ts'
import type { Agency } from '../../shared/submission/submission.ts'
import { collection, type Fields } from './collection.ts'
import type { Table } from './table.ts'

const PARTITION = 'agencies'

const Schema: z.ZodMiniType<Agency> = z.object({
  id: z.string(),
  name: z.string(),
  aliases: z.array(z.string()),
  mail: z.array(z.string()),
  parent: z.exactOptional(z.string()),
  kind: z.exactOptional(z.enum(AGENCY_KINDS)),
} satisfies Fields<Agency>)

const SubordinateSchema: z.ZodMiniType<Subordinate> = z.object({ id: z.string(), name: z.string() } satisfies Fields<Subordinate>)

/** Agencies in DynamoDB, all under one partition key: there are thousands at most. Each stands a second time under the agency that it reports to. */
export const agencyStore = (table: Table): AgencyStore => {
  const agencies = collection(table, (id: string) => ({ pk: PARTITION, sk: id }), Schema)
  const under = (parent: string): string => `subordinates#${parent}`
  const subordinates = collection(table, (parent: string, id: string) => ({ pk: under(parent), sk: id }), SubordinateSchema)
  return {
    load: (id) => agencies.load(id),

    // The agency itself comes last: until then a second try knows of the parent before, and takes the same steps.
    async save(agency) {
      const { id, name, parent } = agency
      const before = (await agencies.load(id))?.parent
      if (parent !== undefined) await subordinates.put([parent, id], { id, name })
      if (before !== undefined && before !== parent) await subordinates.remove([before, id])
      await agencies.put([id], agency)
    },

    list: () => agencies.under(PARTITION),
    subordinatesOf: (id) => subordinates.under(under(id), { ConsistentRead: false }),
  }
}
