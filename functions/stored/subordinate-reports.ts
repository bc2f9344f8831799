import pMap from 'p-map'
import type { Ports } from '../../shared/ports/ports.ts'
import type { Subordinate } from '../../shared/ports/store.ts'
import { type NamedTables, recordOf } from '../../shared/report/record.ts'
import { lets } from '../../shared/submission/lifecycle.ts'
import type { Received } from '../../shared/submission/submission.ts'
import { receivedAmong } from '../../shared/submission/version.ts'
import { reports } from './results.ts'

type Needs = Pick<Ports, 'agencies' | 'submissions' | 'lists' | 'likeness' | 'uploads'>

/** So many subordinates are looked up one by one at once. */
const SIDE_BY_SIDE = { concurrency: 8 }

export type SubordinateReport = {
  readonly agency: Subordinate
  readonly submission: Received
  readonly record: NamedTables['record']
}
export type SubordinateReports = { readonly reports: readonly SubordinateReport[]; readonly missing: readonly Subordinate[] }

/** The latest of all versions of a year that counts. */
const lookUp = async ({ lists, uploads }: Needs, agency: Subordinate, year: number): Promise<SubordinateReport | undefined> => {
  const submission = receivedAmong(await lists.ofAgencyAndYear(agency.id, year)).find(({ status }) => lets(status, 'be-added-up'))
  const report = submission && (await reports.read(uploads, submission.id))
  return submission && report && { agency, submission, record: recordOf(report) }
}

/**
 * Of each agency that reports to this one the latest report that passed, and the agencies without. For each its figures are read once, from beside its
 * fingerprint, and its submission, a hundred at a request. Only where that was sent back since, its versions are looked through.
 */
export const subordinateReports = async (needs: Needs, parent: string, year: number): Promise<SubordinateReports> => {
  const { agencies, likeness, submissions } = needs
  const subordinates = await agencies.subordinatesOf(parent)
  const stored = await likeness.ofAgencies(
    year,
    subordinates.map(({ id }) => id),
  )
  const newest = new Map(stored.map((each) => [each.agencyId, each]))
  const loaded = receivedAmong(await submissions.loadAll(stored.map(({ submissionId }) => submissionId)))
  const byId = new Map(loaded.map((submission) => [submission.id, submission]))

  const latest = await pMap(
    subordinates,
    async (agency) => {
      const { submissionId = '', tables } = newest.get(agency.id) ?? {}
      if (submissionId === '') return undefined // Nothing of it ever passed.
      const submission = byId.get(submissionId)
      const counts = submission !== undefined && lets(submission.status, 'be-added-up')
      return counts && tables !== undefined ? { agency, submission, record: { tables } } : lookUp(needs, agency, year)
    },
    SIDE_BY_SIDE,
  )
  return {
    reports: latest.filter((report) => report !== undefined),
    missing: subordinates.filter((_, index) => latest[index] === undefined),
  }
}
