import * as z from 'zod/mini'
import { AGENCY_KINDS } from '../../shared/form/agency-kind.ts'
import type { AgencyStore } from '../../shared/ports/store.ts'
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

/** Agencies in DynamoDB, all under one partition key: there are hundreds. */
export const agencyStore = (table: Table): AgencyStore => {
  const agencies = collection(table, (id: string) => ({ pk: PARTITION, sk: id }), Schema)
  return {
    load: (id) => agencies.load(id),
    save: async (agency) => void (await agencies.put([agency.id], agency)),
    list: () => agencies.under(PARTITION),
  }
}
