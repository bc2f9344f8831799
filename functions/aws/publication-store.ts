import * as z from 'zod/mini'
import type { PublicationStore } from '../../shared/ports/store.ts'
import type { Publication } from '../../shared/submission/submission.ts'
import { collection, type Fields, unlessLater } from './collection.ts'
import type { Table } from './table.ts'

const PARTITION = 'publications'

const Schema = z.object({
  agencyId: z.string(),
  agencyName: z.string(),
  year: z.int(),
  version: z.int(),
  submissionId: z.string(),
  title: z.string(),
  page: z.string(),
  publishedAt: z.string(),
} satisfies Fields<Publication>)

/** Publications in DynamoDB, all under one partition key and read consistently, so that no index page misses one. */
export const publicationStore = (table: Table): PublicationStore => {
  const keyOf = (agencyId: string, year: number) => ({ pk: PARTITION, sk: `${year}#${agencyId}` })
  const publications = collection(table, keyOf, Schema)
  return {
    load: (agencyId, year) => publications.load(agencyId, year),

    put(publication) {
      const { agencyId, year, version } = publication
      return publications.put([agencyId, year], publication, { condition: unlessLater(version) })
    },

    async remove({ agencyId, year, submissionId }) {
      await publications.remove([agencyId, year], {
        ConditionExpression: 'submissionId = :submissionId',
        ExpressionAttributeValues: { ':submissionId': submissionId },
      })
    },

    list: () => publications.under(PARTITION),
  }
}
