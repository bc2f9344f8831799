/** So many letters in a row are a shingle: two texts are alike by the shingles that both have. */
export const SHINGLE = 8

/** The letters of a text, one after the other. Punctuation and spaces are none, and a run of digits is one letter, whatever the number. */
export const lettersOf = (text: string): string =>
  text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/\d+/g, '0')
    .replace(/[^\p{L}0]+/gu, '')

/** The shingle that begins at each letter but the last few. */
export const shinglesOf = (letters: string): string[] => {
  const shingles: string[] = []
  for (let end = SHINGLE; end <= letters.length; end++) shingles.push(letters.slice(end - SHINGLE, end))
  return shingles
}
