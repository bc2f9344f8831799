/** So many letters in a row are a shingle: two texts are alike by the shingles that both have. */
export const SHINGLE = 8

export type Letter = { readonly letter: string; readonly at: number }

/** The letters of a text with their places in it. Punctuation and spaces are none, and a run of digits is one letter, whatever the number. */
export const lettersOf = (text: string): Letter[] =>
  Array.from(text.matchAll(/\d+|\p{L}/gu), ({ 0: letter, index }) => ({
    letter: /\d/.test(letter) ? '0' : letter.toLowerCase(),
    at: index,
  }))

/** The shingle that begins at each letter but the last few. */
export const shinglesOf = (letters: readonly Letter[]): string[] => {
  const joined = letters.map(({ letter }) => letter).join('')
  const ends = [0]
  for (const { letter } of letters) ends.push((ends.at(-1) ?? 0) + letter.length)
  return letters.slice(SHINGLE - 1).map((_, start) => joined.slice(ends[start], ends[start + SHINGLE]))
}
