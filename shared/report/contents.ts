import type { Candidate } from './heading-candidates.ts'
import type { Line } from './lines.ts'

/** So many headings in a row, at least, are a table of contents. */
const SHORTEST_CONTENTS = 4
/** A table of contents may name the points of a section too, by so many short lines. */
const MOST_POINTS = 8
const LONGEST_POINT = 40

/** Whether nothing stands between two headings but lines that name points: no sentence, no row. */
const onlyPointsBetween = (lines: readonly Line[], from: number, to: number): boolean =>
  to - from <= MOST_POINTS + 1 &&
  lines.slice(from + 1, to).every((line) => line.kind === 'text' && line.text.trim().length <= LONGEST_POINT && !/[。;;::]/.test(line.text))

/** Headings that follow one another with rising numbers and no text between. */
const runsOf = (candidates: readonly Candidate[], lines: readonly Line[]): readonly (readonly Candidate[])[] => {
  const runs: Candidate[][] = []
  for (const candidate of candidates) {
    const run = runs.at(-1)
    const before = run?.at(-1)
    if (run && before && before.number < candidate.number && onlyPointsBetween(lines, before.line, candidate.line)) run.push(candidate)
    else runs.push([candidate])
  }
  return runs
}

/**
 * The headings without those of tables of contents, which open no section: many in a row, most of which come again elsewhere.
 * Where they do not, what stood between them is lost, and they are the headings.
 */
export const withoutContents = (candidates: readonly Candidate[], lines: readonly Line[]): readonly Candidate[] => {
  const times = new Map<number, number>()
  for (const { number } of candidates) times.set(number, (times.get(number) ?? 0) + 1)
  const isContents = (run: readonly Candidate[]): boolean =>
    run.length >= SHORTEST_CONTENTS && 2 * run.filter(({ number }) => (times.get(number) ?? 0) > 1).length > run.length
  return runsOf(candidates, lines)
    .filter((run) => !isContents(run))
    .flat()
}
