import { type BoardEntry, openWarnings } from './board.ts'

/** What each thing weighs that a reviewer should look at before others. */
const WEIGHTS = { alike: 20, waived: 8, open: 5, explained: 2, late: 2, again: 1 } as const
/** Of one kind no more is counted than this often. */
const MOST = 5

const times = (count: number): number => Math.min(count, MOST)

/** How much there is to look at in a report that waits for its review; 0 where there is nothing. */
export const riskOf = (entry: Pick<BoardEntry, 'alike' | 'counts' | 'unexplained' | 'version'>, late: boolean): number => {
  const { alike, counts, version = 1 } = entry
  const open = openWarnings(entry)
  const explained = Math.max(0, (counts?.warning ?? 0) - open)
  return (
    (alike ? WEIGHTS.alike : 0) +
    times(counts?.waived ?? 0) * WEIGHTS.waived +
    times(open) * WEIGHTS.open +
    times(explained) * WEIGHTS.explained +
    (late ? WEIGHTS.late : 0) +
    times(version - 1) * WEIGHTS.again
  )
}
