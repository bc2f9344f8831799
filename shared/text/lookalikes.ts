/** Letters and signs that are typed for a digit, and look like it: Latin, Greek and Cyrillic O, the Chinese zero, l and I. */
const DIGIT_OF: Readonly<Record<string, string>> = Object.fromEntries([
  ...Array.from('OoΟοОоӨΘ〇○◯零', (letter) => [letter, '0']),
  ...Array.from('lIΙІӏ', (letter) => [letter, '1']),
])
const LOOKALIKES = Object.keys(DIGIT_OF).join('')
const LOOKALIKE = new RegExp(`[${LOOKALIKES}]`, 'g')

/** The text with digits in place of what looks like them; letters in full width count too. */
export const withDigits = (text: string): string => text.normalize('NFKC').replace(LOOKALIKE, (letter) => DIGIT_OF[letter] ?? letter)

/** What a text has in place of digits, each once, in words: `“O”是字母`. */
export const lookalikeWords = (text: string): string =>
  [...new Set(text.normalize('NFKC').match(LOOKALIKE))]
    .map((letter) => `“${letter}”${/\p{L}/u.test(letter) && !/[〇零]/.test(letter) ? '是字母' : '不是阿拉伯数字'}`)
    .join(',')

/** A year with a letter or a sign among its digits: 2O24年, 202l年. */
const LETTERED_YEAR = new RegExp(
  `(?<![\\w${LOOKALIKES}])(?=[\\d${LOOKALIKES}]{0,3}\\d)(?=\\d{0,3}[${LOOKALIKES}])2[0${LOOKALIKES}][\\d${LOOKALIKES}]{2}(?=年)`,
  'g',
)

/** The years of a text that are no numbers, though they look like it, as printed. */
export const letteredYearsIn = (text: string): string[] => text.match(LETTERED_YEAR) ?? []
