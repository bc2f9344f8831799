import { PutCommand } from '@aws-sdk/lib-dynamodb'
import * as z from 'zod/mini'
import type { SiteStore } from '../../shared/ports/site-stores.ts'
import type { Part, PartShows } from '../../shared/publication/list-parts.ts'
import type { ListedAgency } from '../../shared/publication/listed-agency.ts'
import { collection, type Fields } from './collection.ts'
import { querySpread, spreadKey } from './spread-keys.ts'
import { ifHolds, type Table } from './table.ts'

const Written = z.record(z.string(), z.string())

const PartItem = z.object({
  number: z.int(),
  from: z.string(),
  shows: z.exactOptional(z.object({ count: z.int(), first: z.string(), last: z.string() } satisfies Fields<PartShows>)),
  written: Written,
} satisfies Fields<Part>)

const AgencyItem: z.ZodMiniType<ListedAgency> = z.object({
  agencyId: z.string(),
  agencyName: z.string(),
  years: z.array(z.int()),
  count: z.int(),
  written: Written,
} satisfies Fields<ListedAgency>)

const Run = z.object({ run: z.string(), state: z.enum(['running', 'broken']), until: z.string() })

const LISTED = 'listed-agencies'

/** What stands in the lists of the site, in DynamoDB: a partition key for the parts of each list, a few for the agencies. */
export const siteStore = (table: Table): SiteStore => {
  const { client, TableName } = table
  const partKey = (list: string, number: number) => ({ pk: `parts#${list}`, sk: String(number).padStart(6, '0') })
  const parts = collection(table, partKey, PartItem)
  const agencies = collection(table, (id: string) => spreadKey(LISTED, id), AgencyItem)
  const runKey = () => ({ pk: 'site', sk: 'run' })
  const runs = collection(table, runKey, Run)
  const own = (run: string) => ({ ConditionExpression: 'run = :run', ExpressionAttributeValues: { ':run': run } })

  return {
    async begin(run, at, until) {
      const claim = new PutCommand({
        TableName,
        Item: { ...runKey(), run, state: 'running', until },
        ConditionExpression: 'attribute_not_exists(pk) OR #state <> :running OR #until < :at',
        ExpressionAttributeNames: { '#state': 'state', '#until': 'until' },
        ExpressionAttributeValues: { ':running': 'running', ':at': at },
        ReturnValues: 'ALL_OLD',
      })
      const begun = await ifHolds(client.send(claim))
      if (begun === undefined) return undefined
      return begun.Attributes === undefined ? 'begun' : 'broken'
    },

    async end(run, how) {
      if (how === 'done') await runs.remove([], own(run))
      else await runs.put([], { run, state: 'broken', until: '' }, { condition: own(run) })
    },

    parts: (list) => parts.under(`parts#${list}`),

    async savePart(list, part) {
      await parts.put([list, part.number], part)
    },

    agency: (id) => agencies.load(id),

    async saveAgency(agency) {
      await agencies.put([agency.agencyId], agency)
    },

    agencies: async (range = { from: '' }) => (await querySpread(table, LISTED, range)).map(agencies.fromItem),
  }
}
