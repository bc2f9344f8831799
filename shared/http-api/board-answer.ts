import { type Deadlines, daysLate, deadlineGroup } from '../form/deadline.ts'
import { type BoardEntry, type BoardRow, boardRows, openWarnings } from '../submission/board.ts'
import { riskOf } from '../submission/risk.ts'
import type { Agency } from '../submission/submission.ts'
import type { Board } from './board.ts'

type Registered = Pick<Agency, 'id' | 'name' | 'kind'>

/** By how many days the first file of a row came after its agency's last day; 0 where it came in time, or has not come. */
const lateness = (deadlines: Deadlines, agency: Pick<Agency, 'name' | 'kind'>, receivedAt: string | undefined): number =>
  receivedAt === undefined ? 0 : daysLate(deadlines[deadlineGroup(agency.kind, agency.name)], receivedAt)

const shown = (
  { id, agencyId, unexplained, systemFault, ...row }: BoardRow,
  deadlines: Deadlines,
  agency: Registered,
): Board['rows'][number] => ({
  agencyId,
  submissionId: id,
  ...row,
  ...(systemFault && { systemFault: true as const }),
  openWarnings: openWarnings({ ...row, ...(unexplained !== undefined && { unexplained }) }),
  risk: riskOf({ ...row, ...(unexplained !== undefined && { unexplained }) }, lateness(deadlines, agency, row.receivedAt) > 0),
})

/** The board of a year, of the agencies that the caller may see. */
export const boardOf = (
  year: number,
  { governments, departments }: Deadlines,
  entries: readonly BoardEntry[],
  registry: readonly Registered[],
): Board => {
  const byId = new Map(registry.map((agency) => [agency.id, agency]))
  const rows = boardRows(entries).flatMap((row) => {
    const agency = byId.get(row.agencyId)
    return agency === undefined ? [] : [shown(row, { governments, departments }, agency)]
  })
  return { year, governments, departments, rows }
}
