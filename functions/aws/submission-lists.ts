import type { SubmissionLists } from '../../shared/ports/store.ts'
import { isPassing, OWED } from '../../shared/submission/owed.ts'
import type { Submission } from '../../shared/submission/submission.ts'
import { highestVersionFirst } from '../../shared/submission/version.ts'
import { agencyYear, idOfKey, ListedItem, submissionItems } from './submission-items.ts'
import { queryAll, type Table } from './table.ts'

/** ISO instants sort as text; these stand before and after all of them. */
const [EARLIEST, LATEST] = ['0', '9']

/** Lists of submissions by the table's indexes. That of agency and year has keys alone, so that no step of a submission has to write it. */
export const submissionLists = (table: Table): SubmissionLists => {
  const items = submissionItems(table)

  const idsOf = async (agencyId: string, year: number): Promise<string[]> => {
    const found = await queryAll(table, {
      IndexName: 'byAgencyYear',
      KeyConditionExpression: 'agencyYear = :agencyYear',
      ExpressionAttributeValues: { ':agencyYear': agencyYear(agencyId, year) },
    })
    return found.map(idOfKey)
  }

  /** Submissions that something is owed for, as each stands now. */
  const ofOwed = async (wanted: (submission: Submission) => boolean): Promise<Submission[]> => {
    const found = await queryAll(table, {
      IndexName: 'byOwed',
      KeyConditionExpression: 'owed = :owed',
      ExpressionAttributeValues: { ':owed': OWED },
    })
    const loaded = await Promise.all(found.map((item) => items.load(idOfKey(item))))
    return loaded.filter((submission) => submission !== undefined && wanted(submission)) as Submission[]
  }

  return {
    idsOf,

    async ofAgencyAndYear(agencyId, year, known) {
      const ids = await idsOf(agencyId, year)
      const loaded = await Promise.all(ids.map((id) => (id === known?.id ? known : items.load(id))))
      return loaded.filter((submission) => submission !== undefined).toSorted(highestVersionFirst)
    },

    async inStatus(status, { from = EARLIEST, to = LATEST } = {}) {
      const passing = isPassing(status) ? await ofOwed((each) => each.status === status && from <= each.since && each.since <= to) : []
      const found = await queryAll(table, {
        IndexName: 'byStatus',
        KeyConditionExpression: '#status = :status AND since BETWEEN :from AND :to',
        ExpressionAttributeNames: { '#status': 'status' },
        ExpressionAttributeValues: { ':status': status, ':from': from, ':to': to },
      })
      const resting = found.map((item) => ListedItem.parse(item)) // Of passing ones those that older builds wrote.
      return [...resting, ...passing.filter(({ id }) => !resting.some((each) => each.id === id))].toSorted((a, b) =>
        a.since.localeCompare(b.since),
      )
    },
  }
}
