import { AGENCY_KIND_WORDS, type AgencyKind } from '../../../shared/form/agency-kind.ts'
import { type Deadlines, daysLate, deadlineGroup } from '../../../shared/form/deadline.ts'
import type { Board } from '../../../shared/http-api/board.ts'
import { BOARD_STATES, type BoardState } from '../../../shared/submission/board-state.ts'
import type { Agency } from '../../../shared/submission/submission.ts'

/** One agency on the board: whether it filed or not. */
export type BoardLine = {
  readonly agency: Agency
  readonly state: BoardState
  readonly row: Board['rows'][number] | undefined
  readonly parent: string
  readonly kind: string
  /** Days after its last day on which its file came, or by now where none has; 0 in time. */
  readonly late: number
  readonly openWarnings: number
  readonly risk: number
}

/** Every registered agency, with where it stands. */
export const boardLines = (agencies: readonly Agency[], { rows, ...deadlines }: Board, now: Date): BoardLine[] => {
  const byAgency = new Map(rows.map((row) => [row.agencyId, row]))
  const names = new Map(agencies.map(({ id, name }) => [id, name]))
  return agencies.map((agency) => {
    const row = byAgency.get(agency.id)
    return {
      agency,
      row,
      state: row?.state ?? 'not-filed',
      parent: agency.parent === undefined ? '' : (names.get(agency.parent) ?? agency.parent),
      kind: agency.kind === undefined ? '' : AGENCY_KIND_WORDS[agency.kind],
      late: lateOf(agency, row, deadlines, now),
      openWarnings: row?.openWarnings ?? 0,
      risk: row?.risk ?? 0,
    }
  })
}

const lateOf = (agency: Agency, row: BoardLine['row'], deadlines: Deadlines, now: Date): number => {
  const came = row === undefined || row.state === 'not-filed' ? undefined : row.receivedAt
  return daysLate(deadlines[deadlineGroup(agency.kind, agency.name)], came ?? now.toISOString())
}

export const SORTS = ['name', 'state', 'openWarnings', 'receivedAt', 'parent', 'risk'] as const
export type Sort = (typeof SORTS)[number]

/** What is shown of the board; it stands in the address. */
export type BoardFilter = {
  readonly year: number
  readonly state?: BoardState
  /** Part of a name, an id, a contact or a telephone number. */
  readonly search?: string
  readonly parent?: string
  readonly kind?: AgencyKind
  readonly late?: true
  readonly open?: true
  readonly sort?: Sort
  readonly falling?: true
}

const oneOf = <Name extends string>(names: readonly Name[], text: string | null): Name | undefined => names.find((name) => name === text)

export const readFilter = (search: string, currentYear: number): BoardFilter => {
  const parameters = new URLSearchParams(search)
  const year = Number(parameters.get('year') ?? currentYear)
  const state = oneOf(BOARD_STATES, parameters.get('state'))
  const kind = oneOf(Object.keys(AGENCY_KIND_WORDS) as AgencyKind[], parameters.get('kind'))
  const sort = oneOf(SORTS, parameters.get('sort'))
  const [words, parent] = [parameters.get('q'), parameters.get('parent')]
  return {
    year: Number.isInteger(year) ? year : currentYear,
    ...(state && { state }),
    ...(words && { search: words }),
    ...(parent && { parent }),
    ...(kind && { kind }),
    ...(parameters.has('late') && { late: true as const }),
    ...(parameters.has('open') && { open: true as const }),
    ...(sort && { sort }),
    ...(parameters.has('falling') && { falling: true as const }),
  }
}

/** The address of the board as it is filtered. */
export const filterLink = ({ year, state, search, parent, kind, late, open, sort, falling }: BoardFilter): string => {
  const all = { year: `${year}`, state, q: search, parent, kind, late: late && '1', open: open && '1', sort, falling: falling && '1' }
  const given = Object.entries(all).flatMap(([name, value]) => (value ? [[name, value] as [string, string]] : []))
  return `#/board?${new URLSearchParams(given)}`
}

const saysOf = ({ agency: { id, name, aliases, contact = '', telephone = '' } }: BoardLine): string =>
  [id, name, ...aliases, contact, telephone].join(' ').toLowerCase()

/** Whether a line is shown, whatever its state: the strip of states counts these. */
export const fits = (line: BoardLine, { search, parent, kind, late, open }: BoardFilter): boolean =>
  (search === undefined || saysOf(line).includes(search.trim().toLowerCase())) &&
  (parent === undefined || line.agency.parent === parent) &&
  (kind === undefined || line.agency.kind === kind) &&
  (!late || line.late > 0) &&
  (!open || line.openWarnings > 0)

export const countStates = (lines: readonly BoardLine[]): Record<BoardState, number> => {
  const counts = Object.fromEntries(BOARD_STATES.map((state) => [state, 0])) as Record<BoardState, number>
  for (const { state } of lines) counts[state] += 1
  return counts
}
