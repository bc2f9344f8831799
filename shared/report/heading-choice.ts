import { SECTIONS } from '../form/sections.ts'
import type { Candidate, Numbering } from './heading-candidates.ts'
import { isFormWord } from './labels.ts'
import type { Line } from './lines.ts'

const NUMBERINGS: readonly Numbering[] = ['part', 'plain', 'none', 'point']

/** How the file numbers its sections: in the way that most of them are numbered, of equals in the more usual way. */
const usualNumbering = (candidates: readonly Candidate[]): Numbering => {
  const sections = (numbering: Numbering): number =>
    new Set(candidates.filter((each) => each.numbering === numbering && each.agrees).map(({ number }) => number)).size
  return NUMBERINGS.reduce((best, each) => (sections(each) > sections(best) ? each : best))
}

/** So near behind its heading a table begins. */
const NEAR = 6

/** Whether a table, or a picture of one, begins soon behind a heading, before the next one. */
const opensTable = ({ line }: Candidate, next: number, lines: readonly Line[]): boolean =>
  lines.slice(line + 1, Math.min(next, line + 1 + NEAR)).some((each) => each.kind !== 'text' || isFormWord(each.text))

/** Points inside a section that bear an official title are none of the file's sections. */
const mayOpen = (candidate: Candidate, usual: Numbering, hasTable: boolean): boolean => {
  if (candidate.numbering !== 'point' || usual === 'point') return true
  return candidate.agrees && (hasTable || candidate.number === 1 || candidate.number > 4)
}

/** More choices than this for one section are no report's: of a hostile file only the first are weighed. */
const MOST_CHOICES = 3
/** What one heading that stands out of order costs: more than a table behind it or a numbering of another kind, less than both. */
const OUT_OF_ORDER = 3

type Weighed = { readonly candidate: Candidate; readonly weight: number }

const inversions = (chosen: readonly Weighed[]): number =>
  chosen.reduce(
    (count, { candidate }, index) => count + chosen.slice(index + 1).filter((later) => later.candidate.line < candidate.line).length,
    0,
  )

/**
 * The headings of the sections in the order of the file, one for each section that is there. Where a number comes more than once (points
 * inside a section, a table whose head is repeated) those are chosen together that are numbered like the file's others, come
 * nearest to the official titles, have a table behind them where the form has one, and stand in order; of equals the first.
 */
export const chooseHeadings = (candidates: readonly Candidate[], lines: readonly Line[]): Candidate[] => {
  const usual = usualNumbering(candidates)
  const weighed = candidates.flatMap((candidate, index): Weighed[] => {
    const next = candidates[index + 1]?.line ?? lines.length
    const hasTable = [2, 3, 4].includes(candidate.number) && opensTable(candidate, next, lines)
    if (!mayOpen(candidate, usual, hasTable)) return []
    const likeOthers = (candidate.numbering === usual ? 4 : 0) + (candidate.agrees ? 1 : 0)
    return [{ candidate, weight: likeOthers + (hasTable ? 2 : 0) - Math.min(candidate.strangeness, 12) / 2 }]
  })
  const choices = SECTIONS.map(({ number }) =>
    weighed
      .filter(({ candidate }) => candidate.number === number)
      .toSorted((a, b) => b.weight - a.weight)
      .slice(0, MOST_CHOICES),
  ).filter((each) => each.length > 0)
  let sets: { readonly chosen: readonly Weighed[]; readonly weight: number }[] = [{ chosen: [], weight: 0 }]
  for (const each of choices)
    sets = sets.flatMap(({ chosen, weight }) => each.map((choice) => ({ chosen: [...chosen, choice], weight: weight + choice.weight })))
  const value = ({ chosen, weight }: (typeof sets)[number]): number => weight - OUT_OF_ORDER * inversions(chosen)
  const [best] = sets.toSorted((a, b) => value(b) - value(a))
  return (best?.chosen ?? []).map(({ candidate }) => candidate).toSorted((a, b) => a.line - b.line)
}
