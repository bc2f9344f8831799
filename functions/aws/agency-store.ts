import { UpdateCommand } from '@aws-sdk/lib-dynamodb'
import * as z from 'zod/mini'
import { AGENCY_KINDS } from '../../shared/form/agency-kind.ts'
import type { AgencyStore, Subordinate } from '../../shared/ports/store.ts'
import { keepingFaults, withFaults } from '../../shared/submission/mail-addresses.ts'
import type { Agency, MailFault } from '../../shared/submission/submission.ts'
import { collection, type Fields } from './collection.ts'
import { conditionHolds, type Table } from './table.ts'

const PARTITION = 'agencies'

/** So often marks are read and written anew where others mark addresses of the same agency. */
const TRIES = 5

const Fault = z.object({
  address: z.string(),
  kind: z.enum(['bounce', 'complaint', 'refused']),
  at: z.string(),
} satisfies Fields<MailFault>)

const Schema: z.ZodMiniType<Agency> = z.object({
  id: z.string(),
  name: z.string(),
  aliases: z.array(z.string()),
  mail: z.array(z.string()),
  mailFaults: z.exactOptional(z.array(Fault)),
  parent: z.exactOptional(z.string()),
  kind: z.exactOptional(z.enum(AGENCY_KINDS)),
  contact: z.exactOptional(z.string()),
  telephone: z.exactOptional(z.string()),
} satisfies Fields<Agency>)

const SubordinateSchema: z.ZodMiniType<Subordinate> = z.object({ id: z.string(), name: z.string() } satisfies Fields<Subordinate>)

/** Agencies in DynamoDB, all under one partition key: there are thousands at most. Each stands a second time under the agency that it reports to. */
export const agencyStore = (table: Table): AgencyStore => {
  const keyOf = (id: string) => ({ pk: PARTITION, sk: id })
  const agencies = collection(table, keyOf, Schema)
  /** Holds unless addresses were marked since an agency was read: marks go only as addresses go, which is in the registry's hands. */
  const asMarked = (mailFaults: Agency['mailFaults']): string =>
    mailFaults === undefined ? 'attribute_not_exists(mailFaults)' : 'size(mailFaults) = :before'
  const mark = ({ id, mailFaults }: Agency, faults: readonly MailFault[]): Promise<boolean> => {
    const before = asMarked(mailFaults)
    const update = new UpdateCommand({
      TableName: table.TableName,
      Key: keyOf(id),
      ConditionExpression: `attribute_exists(pk) AND ${before}`,
      UpdateExpression: 'SET mailFaults = :faults',
      ExpressionAttributeValues: { ':faults': faults, ...(mailFaults && { ':before': mailFaults.length }) },
    })
    return conditionHolds(table.client.send(update))
  }
  const under = (parent: string): string => `subordinates#${parent}`
  const subordinates = collection(table, (parent: string, id: string) => ({ pk: under(parent), sk: id }), SubordinateSchema)
  return {
    load: (id) => agencies.load(id),

    // The agency itself comes last: until then a second try knows of the parent before, and takes the same steps.
    async save(agency) {
      const { id, name, parent } = agency
      for (let tried = 0; tried < TRIES; tried++) {
        const before = await agencies.load(id)
        if (parent !== undefined) await subordinates.put([parent, id], { id, name })
        if (before?.parent !== undefined && before.parent !== parent) await subordinates.remove([before.parent, id])
        const marked = before?.mailFaults
        const condition = {
          ConditionExpression: asMarked(marked),
          ...(marked && { ExpressionAttributeValues: { ':before': marked.length } }),
        }
        if (await agencies.put([id], keepingFaults(agency, before), { condition })) return
      }
      throw new Error(`the mail addresses of ${id} were marked by others ${TRIES} times while it was saved`)
    },

    async markMail(id, found) {
      for (let tried = 0; tried < TRIES; tried++) {
        const agency = await agencies.load(id)
        const faults = agency && withFaults(agency, found)
        if (agency === undefined || faults === undefined) return false
        if (await mark(agency, faults)) return true
      }
      throw new Error(`the mail addresses of ${id} were changed by others ${TRIES} times while they were marked`)
    },

    list: () => agencies.under(PARTITION),
    subordinatesOf: (id) => subordinates.under(under(id), { ConsistentRead: false }),
  }
}
