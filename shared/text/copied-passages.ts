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

/** Which letters are covered by a shingle of the other text: 1, and 0 for the rest. */
const covered = (letters: string, known: ReadonlySet<string>): Uint8Array => {
  const marks = new Uint8Array(letters.length)
  for (const [start, shingle] of shinglesOf(letters).entries()) if (known.has(shingle)) marks.fill(1, start, start + SHINGLE)
  return marks
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

/** Compares a text with another that it may have been copied from. */
export const copiedFrom = (source: string): ((text: string) => Copied) => {
  const known = new Set(shinglesOf(lettersOf(source)))
  return (printed) => {
    const letters = lettersOf(printed)
    const marks = covered(letters, known)
    const count = marks.reduce((sum, mark) => sum + mark, 0)
    return {
      letters: letters.length,
      share: letters.length === 0 ? 0 : count / letters.length,
      passages: () => passagesOf(printed.normalize('NFKC'), longStretches(marks)),
    }
  }
}
