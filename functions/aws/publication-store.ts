import { DeleteCommand, GetCommand, QueryCommand, UpdateCommand } from '@aws-sdk/lib-dynamodb'
import pMap from 'p-map'
import * as z from 'zod/mini'
import type { Mark, PublicationStore } from '../../shared/ports/site-stores.ts'
import type { Publication } from '../../shared/submission/submission.ts'
import { collection, type Fields, unlessLater } from './collection.ts'
import { querySpread, spreadKey } from './spread-keys.ts'
import { conditionHolds, type Table } from './table.ts'

const OWED = 'site'

const FIELDS = {
  agencyId: z.string(),
  agencyName: z.string(),
  year: z.int(),
  version: z.int(),
  submissionId: z.string(),
  title: z.string(),
  page: z.string(),
  publishedAt: z.string(),
} satisfies Fields<Publication>

/** An entry that was withdrawn stays until the lists do not show it any more. */
const Entry = z.object({ ...FIELDS, withdrawn: z.optional(z.literal(true)) })

const MarkItem = z.object({
  agencyId: z.string(),
  agencyName: z.string(),
  year: z.int(),
  submissionId: z.string(),
  due: z.string(),
  withdrawn: z.optional(z.literal(true)),
  contested: z.optional(z.literal(true)),
} satisfies Fields<Mark>)

type Entry = z.output<typeof Entry>

const standing = (entry: Entry | undefined): Publication | undefined => {
  if (entry === undefined || entry.withdrawn) return undefined
  const { withdrawn, ...publication } = entry
  return publication
}

const listOf = (year: number): string => `publications#${year}`

/** Publications in DynamoDB, those of a year under a few partition keys. The item bears its own mark, in the sparse index of what is owed. */
export const publicationStore = (table: Table): PublicationStore => {
  const { client, TableName } = table
  const keyOf = (agencyId: string, year: number) => spreadKey(listOf(year), agencyId)
  const entries = collection(table, keyOf, Entry)
  const earlier = collection(table, (sk: string) => ({ pk: 'publications', sk }), Entry)

  /** Marks the entry that stands as one whose current page may be another's. */
  const contest = (agencyId: string, year: number, at: string): Promise<boolean> =>
    conditionHolds(
      client.send(
        new UpdateCommand({
          TableName,
          Key: keyOf(agencyId, year),
          ConditionExpression: 'attribute_exists(pk)',
          UpdateExpression: 'SET contested = :true, owed = :owed, due = :due',
          ExpressionAttributeValues: { ':true': true, ':owed': OWED, ':due': at },
        }),
      ),
    )

  return {
    load: async (agencyId, year) => standing(await entries.load(agencyId, year)),

    async put(publication, { at, over }) {
      const { agencyId, year, version } = publication
      const owed = { owed: OWED, due: at }
      const asItWas =
        over === undefined
          ? { ConditionExpression: 'attribute_not_exists(pk) OR attribute_exists(withdrawn)' }
          : {
              ConditionExpression: 'submissionId = :over AND attribute_not_exists(withdrawn) AND #version <= :version',
              ExpressionAttributeNames: { '#version': 'version' },
              ExpressionAttributeValues: { ':over': over, ':version': version },
            }
      if (await entries.put([agencyId, year], publication, { condition: asItWas, indexed: owed })) return true
      const condition = unlessLater(version)
      if (await entries.put([agencyId, year], publication, { condition, indexed: { ...owed, contested: true } })) return true
      await contest(agencyId, year, at)
      return false
    },

    async withdraw({ agencyId, year, submissionId }, at) {
      const out = new UpdateCommand({
        TableName,
        Key: keyOf(agencyId, year),
        ConditionExpression: 'submissionId = :submissionId',
        UpdateExpression: 'SET withdrawn = :true, owed = :owed, due = :due',
        ExpressionAttributeValues: { ':submissionId': submissionId, ':true': true, ':owed': OWED, ':due': at },
      })
      if (!(await conditionHolds(client.send(out)))) await contest(agencyId, year, at)
    },

    async ofYear(year, range = { from: '' }) {
      const items = await querySpread(table, listOf(year), range)
      return items.flatMap((item) => standing(entries.fromItem(item)) ?? [])
    },

    async marked(upTo, atMost) {
      const query = new QueryCommand({
        TableName,
        IndexName: 'byOwed',
        KeyConditionExpression: 'owed = :owed AND due <= :upTo',
        ExpressionAttributeValues: { ':owed': OWED, ':upTo': upTo },
        Limit: atMost,
      })
      const { Items = [] } = await client.send(query)
      // The index holds keys alone, and may lag: what an entry says itself is so.
      const marked = await pMap(Items, ({ pk, sk }) => client.send(new GetCommand({ TableName, Key: { pk, sk }, ConsistentRead: true })), {
        concurrency: 16,
      })
      return marked.flatMap(({ Item }) => (Item?.due === undefined ? [] : MarkItem.parse(Item)))
    },

    async settle({ agencyId, year, due, submissionId, withdrawn }) {
      const same = {
        ConditionExpression: `due = :due AND submissionId = :submissionId AND ${withdrawn ? 'attribute_exists' : 'attribute_not_exists'}(withdrawn)`,
        ExpressionAttributeValues: { ':due': due, ':submissionId': submissionId },
      }
      const Key = keyOf(agencyId, year)
      const settled = { TableName, Key, UpdateExpression: 'REMOVE owed, due, contested', ...same }
      await conditionHolds(
        withdrawn ? client.send(new DeleteCommand({ TableName, Key, ...same })) : client.send(new UpdateCommand(settled)),
      )
    },

    async moveEarlier(at) {
      const old = await earlier.under('publications')
      for (const publication of old) {
        const { agencyId, year, version } = publication
        await entries.put([agencyId, year], publication, { condition: unlessLater(version - 1), indexed: { owed: OWED, due: at } })
        await earlier.remove([`${year}#${agencyId}`])
      }
      return old.length
    },
  }
}
