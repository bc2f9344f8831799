import type { SubmissionLists } from '../../shared/ports/store.ts'
import { highestVersionFirst } from '../../shared/submission/version.ts'
import { agencyYear, submissionItems } from './submission-items.ts'
import { queryAll, type Table } from './table.ts'

/** ISO instants sort as text; these stand before and after all of them. */
const [EARLIEST, LATEST] = ['0', '9']

/** Lists of submissions by the table's two indexes. */
export const submissionLists = (table: Table): SubmissionLists => {
  const { fromItem } = submissionItems(table)
  return {
    async ofAgencyAndYear(agencyId, year) {
      const items = await queryAll(table, {
        IndexName: 'byAgencyYear',
        KeyConditionExpression: 'agencyYear = :agencyYear',
        ExpressionAttributeValues: { ':agencyYear': agencyYear(agencyId, year) },
      })
      return items.map(fromItem).toSorted(highestVersionFirst)
    },

    async inStatus(status, { from = EARLIEST, to = LATEST } = {}) {
      const items = await queryAll(table, {
        IndexName: 'byStatus',
        KeyConditionExpression: '#status = :status AND since BETWEEN :from AND :to',
        ExpressionAttributeNames: { '#status': 'status' },
        ExpressionAttributeValues: { ':status': status, ':from': from, ':to': to },
      })
      return items.map(fromItem)
    },
  }
}
