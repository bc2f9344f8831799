/**
 * Characters that take no room on a page: marks of width zero and of direction, soft hyphens, variation selectors, tags, byte order marks
 * (Unicode: Default_Ignorable_Code_Point), controls, and the anchors of glosses.
 */
const UNSEEN = /[\p{DI}\p{Cc}\ufff9-\ufffb]/gu
/** White space among the controls, and the mark that turns round what follows it. */
const KEPT: ReadonlySet<string> = new Set(['\t', '\n', '\v', '\f', '\r', '\u202e'])
/** Plain text, by far the most of any report. */
const PLAIN = /^[\x20-\x7e\n\t\u3000-\u303f\u4e00-\u9fff\uff01-\uff5e·“”‘’—…]*$/

/** Blanks that Unicode counts as letters. */
const BLANK = /[\u2800\u3164\uffa0\u115f\u1160]/g
/** Full-width digits stay as printed: what reads figures folds them. */
const FOREIGN_DIGIT = /(?![\d\uff10-\uff19])\p{Nd}/gu
/** Radicals and compatibility forms that look like, and in files often stand for, the common character. */
const LOOKALIKE = /[\u2e80-\u2fdf\uf900-\ufaff]/g

const isDigit = (code: number): boolean => /^\p{Nd}$/u.test(String.fromCodePoint(code))

/** What a digit of any script counts: in Unicode ten of them follow one another from zero on. */
const digitValue = (digit: string): string => {
  const code = digit.codePointAt(0) ?? 0
  let zero = code
  while (isDigit(zero - 1)) zero -= 1
  return String((code - zero) % 10)
}

/** Turned round, at most one letter long text is the same. */
const REVERSED = /\u202e(?=[\s\S]{2})/

/** Whether a text is shown from back to front: nobody can tell which order was meant. */
export const isTurnedRound = (text: string): boolean => REVERSED.test(text)

/**
 * A text as a person sees it: what takes no room is taken out, digits of all scripts become ours. The mark that turns a text round
 * is kept, as it changes what is seen.
 */
export const shownText = (text: string): string =>
  PLAIN.test(text)
    ? text
    : text
        .replace(BLANK, ' ')
        .replace(UNSEEN, (mark) => (KEPT.has(mark) ? mark : ''))
        .replace(FOREIGN_DIGIT, digitValue)
        .replace(LOOKALIKE, (mark) => mark.normalize('NFKC'))
