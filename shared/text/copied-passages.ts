import { type Letter, lettersOf, SHINGLE, shinglesOf } from './shingles.ts'

/**
 * How much of a text stands word for word in another one. Texts are compared by their shingles: every run of eight letters. Punctuation,
 * spaces and figures do not tell texts apart, so that a copy with another year or count in it is still a copy.
 */
export type Copied = {
  /** Letters of the text. */
  readonly letters: number
  /** The part of them that the other text has too, 0 to 1. */
  readonly share: number
  /** Passages that the other text has too, as printed, the longest first. */
  readonly passages: readonly string[]
}

/** A shorter run is a set phrase, and shows nobody what was copied. */
const SHORTEST_PASSAGE = 20

/** Which letters are covered by a shingle of the other text. */
const covered = (letters: readonly Letter[], known: ReadonlySet<string>): boolean[] => {
  const marks = letters.map(() => false)
  for (const [start, shingle] of shinglesOf(letters).entries()) if (known.has(shingle)) marks.fill(true, start, start + SHINGLE)
  return marks
}

/** The longest stretches of covered letters, as the text prints them. */
const passagesOf = (text: string, letters: readonly Letter[], marks: readonly boolean[]): string[] => {
  const stretches: Letter[][] = []
  for (const [index, letter] of letters.entries()) {
    if (!marks[index]) continue
    if (marks[index - 1]) stretches.at(-1)?.push(letter)
    else stretches.push([letter])
  }
  return stretches
    .filter(({ length }) => length >= SHORTEST_PASSAGE)
    .toSorted((a, b) => b.length - a.length)
    .map((stretch) => text.slice(stretch[0]?.at, (stretch.at(-1)?.at ?? 0) + 1))
}

/** Compares a text with another that it may have been copied from. */
export const copiedFrom = (source: string): ((text: string) => Copied) => {
  const known = new Set(shinglesOf(lettersOf(source.normalize('NFKC'))))
  return (printed) => {
    const text = printed.normalize('NFKC')
    const letters = lettersOf(text)
    const marks = covered(letters, known)
    const count = marks.filter(Boolean).length
    return { letters: letters.length, share: letters.length === 0 ? 0 : count / letters.length, passages: passagesOf(text, letters, marks) }
  }
}
