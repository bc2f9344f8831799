import { lettersOf, SHINGLE, shinglesOf } from './shingles.ts'

/**
 * How much of a text stands word for word in another one. Texts are compared by their shingles: every run of eight letters. Punctuation,
 * spaces and figures do not tell texts apart, so that a copy with another year or count in it is still a copy.
 */
export type Copied = {
  /** Letters of the text. */
  readonly letters: number
  /** The part of them that the other text has too, 0 to 1. */
  readonly share: number
  /** Finds the passages that the other text has too, as printed, the longest first. */
  readonly passages: () => string[]
}

/** A shorter run is a set phrase, and shows nobody what was copied. */
const SHORTEST_PASSAGE = 20

/** For each shingle of a text where it stands first, and for each place where the shingle of that place stands first. */
type Cut = { readonly first: ReadonlyMap<string, number>; readonly firsts: readonly number[] }

const cut = (letters: string): Cut => {
  const first = new Map<string, number>()
  const firsts = shinglesOf(letters).map((shingle, start) => {
    const before = first.get(shingle)
    if (before === undefined) first.set(shingle, start)
    return before ?? start
  })
  return { first, firsts }
}

/** Which letters are covered by a shingle of the other text: 1, and 0 for the rest. */
const covered = (letters: string, { first, firsts }: Cut, source: string): Uint8Array => {
  const known = new Uint8Array(firsts.length)
  for (const shingle of shinglesOf(source)) {
    const start = first.get(shingle)
    if (start !== undefined) known[start] = 1
  }
  const marks = new Uint8Array(letters.length)
  let end = 0
  for (let start = 0; start < firsts.length; start++) {
    if (known[firsts[start] ?? 0] === 1) end = start + SHINGLE
    if (start < end) marks[start] = 1
  }
  return marks.fill(1, firsts.length, end)
}

type Stretch = { readonly from: number; readonly to: number }

/** Covered letters in a row that are worth showing, the longest first. */
const longStretches = (marks: Uint8Array): Stretch[] => {
  const stretches: Stretch[] = []
  for (let from = marks.indexOf(1); from >= 0; ) {
    const gap = marks.indexOf(0, from)
    const to = gap < 0 ? marks.length : gap
    if (to - from >= SHORTEST_PASSAGE) stretches.push({ from, to })
    from = marks.indexOf(1, to)
  }
  return stretches.toSorted((a, b) => b.to - b.from - (a.to - a.from))
}

/** Where each letter begins in the text as printed, and at the end where the last one ends. */
const placesOf = (text: string): number[] => {
  const places: number[] = []
  let end = 0
  for (const { 0: printed, index } of text.matchAll(/\d+|\p{L}/gu)) {
    const length = /\d/.test(printed) ? 1 : printed.toLowerCase().length
    places.push(...Array<number>(length).fill(index))
    end = index + printed.length
  }
  return [...places, end]
}

/** The stretches as the text prints them, without the marks behind the last letter. */
const passagesOf = (text: string, stretches: readonly Stretch[]): string[] => {
  if (stretches.length === 0) return []
  const places = placesOf(text)
  return stretches.map(({ from, to }) => text.slice(places[from], places[to]).replace(/[^\p{L}\d]+$/u, ''))
}

/** Compares a text with others that it may have been copied from: its own shingles are cut once for all of them. */
export const copiedInto = (printed: string): ((source: string) => Copied) => {
  const letters = lettersOf(printed)
  const shingles = cut(letters)
  return (source) => {
    const marks = covered(letters, shingles, lettersOf(source))
    let count = 0
    for (const mark of marks) count += mark
    return {
      letters: letters.length,
      share: letters.length === 0 ? 0 : count / letters.length,
      passages: () => passagesOf(printed.normalize('NFKC'), longStretches(marks)),
    }
  }
}
