import { UnreadableError } from '../reader.ts'
import type { Glyph, PageContent } from './page-content.ts'
import { inkOf, isPale, overlappingPairs, type Pair, type Run, runsOf } from './runs.ts'

/** Letters so many times as large as those that they run through are no part of them. */
const LARGER = 1.5
/** The same words on so many places of a page are a pattern. */
const REPEATED = 3
/** A word of fewer letters may stand anywhere twice by chance. */
const LEAST_WORD = 4
/** Pale figures beyond this share of all figures are how the file prints its figures. */
const USUAL = 0.3
const MOST_COMPARISONS = 20_000_000

/** How often the words of a run stand on one page, or at the same place of several. */
const repetitionsOf = (runs: readonly Run[]): ((run: Run) => number) => {
  const keysOf = ({ text, glyphs, page }: Run): string[] => {
    const [first] = glyphs
    return [`${page} ${text}`, `${Math.round((first?.x0 ?? 0) / 3)} ${Math.round((first?.y ?? 0) / 3)} ${text}`]
  }
  const countAll = () => {
    const counts = new Map<string, number>()
    const told = runs.filter(({ text, pale }) => pale || text.length >= LEAST_WORD)
    for (const run of told) for (const key of keysOf(run)) counts.set(key, (counts.get(key) ?? 0) + 1)
    return counts
  }
  let known: ReadonlyMap<string, number> | undefined
  return (run) => {
    known ??= countAll()
    const counts = known
    const [onPage = '', atPlace = ''] = keysOf(run)
    return Math.max(counts.get(onPage) ?? 0, ((counts.get(atPlace) ?? 0) - 1) * REPEATED)
  }
}

const isDecoration = ({ ink }: Glyph): boolean => ink?.layer === 'watermark' || ink?.layer === 'artifact'

/** Which of two letters on each other is the watermark, where that can be told. */
const watermarkOf = ({ a, b, runA, runB }: Pair, repetitions: (run: Run) => number): Glyph | undefined => {
  if (isDecoration(a) !== isDecoration(b)) return isDecoration(a) ? a : b
  const [contrastA, contrastB] = [inkOf(a), inkOf(b)]
  if (isPale(a) && contrastB > contrastA * 1.5) return a
  if (isPale(b) && contrastA > contrastB * 1.5) return b
  if (a.size > b.size * LARGER) return a
  if (b.size > a.size * LARGER) return b
  const pattern = [runA, runB].map((run) => run.text.length >= LEAST_WORD && repetitions(run) >= REPEATED)
  return pattern[0] === pattern[1] ? undefined : pattern[0] ? a : b
}

/** What is alike of pale watermarks: all of one ink and size are one watermark. */
const styleOf = ({ shade, size, ink }: Glyph): string => `${shade} ${Math.round(size * 5)} ${ink?.layer}`

export type Unmarked = { readonly contents: readonly PageContent[]; readonly left: boolean }

/** Marks the runs that are watermarks, by the pairs of letters that lie on each other; gives the pairs that tell nothing. */
const markRuns = (runs: readonly Run[], pairs: readonly Pair[]): readonly Pair[] => {
  const repetitions = repetitionsOf(runs)
  const styles = new Set<string>()
  const words = new Set<string>()
  const undecided: Pair[] = []
  for (const pair of pairs) {
    const mark = watermarkOf(pair, repetitions)
    const run = mark === pair.a ? pair.runA : pair.runB
    if (mark === undefined) undecided.push(pair)
    else if (run.pale) styles.add(styleOf(mark))
    else {
      run.left = true
      if (run.text.length >= LEAST_WORD) words.add(`${styleOf(mark)} ${run.text}`)
    }
  }
  const isAlike = (run: Run, style: string): boolean => styles.has(style) || words.has(`${style} ${run.text}`)
  const isMark = (run: Run, first: Glyph): boolean => {
    if (first.ink?.layer === 'watermark') return true
    if (styles.size + words.size > 0 && isAlike(run, styleOf(first))) return true
    return run.pale && run.text.length >= LEAST_WORD && repetitions(run) >= REPEATED
  }
  for (const run of runs) run.left ||= run.glyphs[0] !== undefined && isMark(run, run.glyphs[0])
  return undecided
}

/** Pale figures, in a file that prints its figures otherwise. */
const paleFigures = (runs: readonly Run[]): Glyph[] => {
  const figures = runs.filter(({ left, text }) => !left && /\d/.test(text))
  const pale = figures.filter((run) => run.pale)
  return pale.length < figures.length * USUAL ? pale.flatMap(({ glyphs }) => glyphs) : []
}

/**
 * Leaves out words that run behind or over the text: pale or large ones that lie on other letters or stand all over the page, and those
 * that the file itself calls decoration. Where two letters lie on each other and neither can be told to be a watermark, both are doubtful;
 * so are pale figures in a file that prints its figures otherwise.
 */
export const withoutWatermarks = (contents: readonly PageContent[]): Unmarked => {
  const onPages = contents.map(({ glyphs }, page) => runsOf(glyphs, page))
  const runs = onPages.flat()
  let comparisons = 0
  const count = (more: number) => {
    comparisons += more
    if (comparisons > MOST_COMPARISONS) throw new UnreadableError('too-complex', `${MOST_COMPARISONS}次叠盖`)
  }
  const pairs = onPages.flatMap((page) => overlappingPairs(page, count))
  for (const { a, b, runA, runB } of markRuns(runs, pairs)) if (!runA.left && !runB.left) for (const glyph of [a, b]) glyph.doubtful = true
  for (const glyph of paleFigures(runs)) glyph.doubtful = true
  const marks = new Set(runs.filter((run) => run.left).flatMap((run) => run.glyphs))
  if (marks.size === 0) return { contents, left: false }
  return { left: true, contents: contents.map((content) => ({ ...content, glyphs: content.glyphs.filter((glyph) => !marks.has(glyph)) })) }
}
