import { withoutRaised } from '../document/raised.ts'

/** Full-width letters, digits and marks as half-width ones, character by character (so that ① never becomes 1). */
export const halfWidth = (text: string): string =>
  text.replace(/[\uff01-\uff5e]/g, (mark) => String.fromCharCode(mark.charCodeAt(0) - 0xfee0)).replace(/[\u3000\u00a0]/g, ' ')

/** A text for comparing: compatibility forms folded, all white space (and invisible marks, and raised note marks) taken out. */
export const compact = (text: string): string =>
  withoutRaised(text)
    .normalize('NFKC')
    .replace(/[\s\p{DI}]+/gu, '')

/** Only the letters, Han characters and digits of a text: brackets, quotes and punctuation vary too much to compare. */
export const lettersOnly = (text: string): string => compact(text).replace(/[^\p{L}\p{N}]+/gu, '')
