import type { BoardState } from './board-state.ts'
import { boardStateOf } from './lifecycle.ts'
import type { Submission } from './submission.ts'

/** What the board knows of a submission, beside whose it is: the index that it is read by holds no more. `passingSince` is `since`, while it passes through. */
export const BOARD_SHOWS = [
  'id',
  'version',
  'status',
  'since',
  'passingSince',
  'receivedAt',
  'verdict',
  'counts',
  'unexplained',
  'alike',
  'systemFault',
] as const

export type BoardEntry = Pick<
  Submission,
  'agencyId' | 'id' | 'version' | 'status' | 'since' | 'receivedAt' | 'verdict' | 'counts' | 'unexplained' | 'alike' | 'systemFault'
>

/** What the board says of an agency that filed: its newest version, and whether an earlier one stands in public. */
export type BoardRow = BoardEntry & { readonly state: BoardState; readonly earlierInPublic?: true }

const newestFirst = (a: BoardEntry, b: BoardEntry): number => (b.version ?? 0) - (a.version ?? 0) || (a.since < b.since ? 1 : -1)

/** Of the versions of one agency and year. What never came or was taken back hides none before it. */
const rowOf = (versions: readonly BoardEntry[]): BoardRow | undefined => {
  const inOrder = versions.toSorted(newestFirst)
  const newest = inOrder.find(({ status }) => boardStateOf(status) !== 'not-filed') ?? inOrder[0]
  if (newest === undefined) return undefined
  const inPublic = versions.some(({ id, status }) => status === 'published' && id !== newest.id)
  return { ...newest, state: boardStateOf(newest.status), ...(inPublic && { earlierInPublic: true as const }) }
}

/** The rows of all agencies that filed anything, by agency id. */
export const boardRows = (entries: readonly BoardEntry[]): BoardRow[] => {
  const byAgency = new Map<string, BoardEntry[]>()
  for (const entry of entries) {
    const versions = byAgency.get(entry.agencyId)
    if (versions === undefined) byAgency.set(entry.agencyId, [entry])
    else versions.push(entry)
  }
  return Array.from(byAgency.values())
    .flatMap((versions) => rowOf(versions) ?? [])
    .toSorted((a, b) => (a.agencyId < b.agencyId ? -1 : 1))
}

/** How many warnings of a report nobody has explained. */
export const openWarnings = ({ counts, unexplained }: Pick<Submission, 'counts' | 'unexplained'>): number =>
  unexplained ?? counts?.warning ?? 0
