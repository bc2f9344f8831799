const fullWidth = (text: string): string => text.replace(/[\d.,-]/g, (letter) => String.fromCharCode(letter.charCodeAt(0) + 0xfee0))

/** Zeros of Arabic, Persian, Devanagari and Thai digits. */
const ZEROS = [0x660, 0x6f0, 0x966, 0xe50] as const

/** A figure in the digits that a variant asks for; `column` picks the script where there are several. */
export const inDigits = (text: string, digits: 'half-width' | 'full-width' | 'other-scripts' | undefined, column: number): string => {
  if (digits === 'full-width') return fullWidth(text)
  const zero = ZEROS[column % ZEROS.length] ?? ZEROS[0]
  return digits === 'other-scripts' ? text.replace(/\d/g, (digit) => String.fromCharCode(zero + Number(digit))) : text
}

/** Marks of width zero and of direction, soft hyphens, selectors of a variant: none is seen, none counts. */
const UNSEEN = ['\u200b', '\u2060', '\u00ad', '\ufe0f', '\u200e', '\u200d', '\ufeff']

export const isUnseen = (letter: string): boolean => UNSEEN.includes(letter)

/** A text with a mark that nobody sees behind every other letter, from the first on. */
export const withUnseen = (text: string): string =>
  Array.from(text, (letter, index) => (index % 2 === 0 ? letter + UNSEEN[(index / 2) % UNSEEN.length] : letter)).join('')
