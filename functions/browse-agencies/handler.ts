import type { RollUp } from '../../shared/http-api/agencies.ts'
import { ROUTES } from '../../shared/http-api/routes.ts'
import type { Ports } from '../../shared/ports/ports.ts'
import { rollUp } from '../../shared/report/roll-up.ts'
import { boardRows } from '../../shared/submission/board.ts'
import { partOf } from '../../shared/submission/permissions.ts'
import { unknownAgency } from '../../shared/submission/problem.ts'
import { currentReportingYear } from '../../shared/submission/reporting-year.ts'
import { httpHandler, on } from '../events/http-handler.ts'
import { Refusal } from '../events/problem-details.ts'
import { isInReach } from '../stored/reach.ts'
import { subordinateReports } from '../stored/subordinate-reports.ts'

type Needs = Pick<Ports, 'agencies' | 'submissions' | 'board' | 'lists' | 'likeness' | 'uploads' | 'clock' | 'log'>

/** Shows the office the registry of agencies and, for one of them, the sum of its subordinates' reports. */
export const createHandler = (needs: Needs) =>
  httpHandler(
    needs.log,
    on(ROUTES.listAgencies, async ({ caller }) => ({ status: 200, json: { agencies: partOf(caller, await needs.agencies.list()) } })),
    on(ROUTES.rollUp, async ({ caller, params, query: { year = currentReportingYear(needs.clock.now()) } }) => {
      if (!(await isInReach(needs.agencies, caller, params.id))) throw new Refusal(unknownAgency())
      return { status: 200, json: await rollUpOf(needs, params.id, year) }
    }),
  )

const rollUpOf = async (needs: Needs, id: string, year: number): Promise<RollUp> => {
  const parent = await needs.agencies.load(id)
  if (parent === undefined) throw new Refusal(unknownAgency())
  const { reports, missing } = await subordinateReports(needs, id, year)
  const entries = missing.length === 0 ? [] : await needs.board.ofYear(year)
  const states = new Map(boardRows(entries).map(({ agencyId, state }) => [agencyId, state]))
  return {
    ...rollUp(reports.map(({ agency: { name }, record }) => ({ name, record }))),
    agencyName: parent.name,
    year,
    reports: reports.map(({ agency, submission }) => ({
      agencyName: agency.name,
      submissionId: submission.id,
      version: submission.version,
      status: submission.status,
    })),
    missing: missing.map(({ name }) => name),
    missingStates: missing.map(({ id, name }) => ({ name, state: states.get(id) ?? ('not-filed' as const) })),
  }
}
