import pMap from 'p-map'
import type { Ports } from '../../shared/ports/ports.ts'
import { recordOf } from '../../shared/report/record.ts'
import { FIRST_REPORTING_YEAR, lastReportingYear } from '../../shared/submission/reporting-year.ts'
import { reports } from './results.ts'

type Needs = Pick<Ports, 'agencies' | 'likeness' | 'uploads' | 'clock'>

/** So many agencies are filled in at once. */
const SIDE_BY_SIDE = { concurrency: 8 }

/**
 * Fills in what builds before did not write: each agency under the one that it reports to; each fingerprint under its keys, with its report's figures
 * beside it. Does no harm a second time, nor while reports come in. Reads all that is held: for the day of an update, never for a submission.
 */
export const fillIn = async ({ agencies, likeness, uploads, clock }: Needs): Promise<{ agencies: number; signatures: number }> => {
  const registered = (await agencies.list()).filter(({ parent }) => parent !== undefined)
  await pMap(registered, (agency) => agencies.save(agency), SIDE_BY_SIDE)
  let signatures = 0
  for (let year = FIRST_REPORTING_YEAR; year <= lastReportingYear(clock.now()); year++) {
    const old = (await likeness.ofYear(year)).filter(({ tables }) => tables === undefined)
    await pMap(
      old,
      async (stored) => {
        const [{ entry }, report] = await Promise.all([likeness.search(stored), reports.read(uploads, stored.submissionId)])
        await likeness.put({ ...stored, ...(report && { tables: recordOf(report).tables }) }, entry)
      },
      SIDE_BY_SIDE,
    )
    signatures += old.length
  }
  return { agencies: registered.length, signatures }
}
