/**
 * Text that stands above or below the line. Readers give it in Unicode's own raised and lowered characters, so that a note mark
 * never joins the digits that it stands beside: 18 with a raised 1 is `18¹`, which the report takes for 18 and a remark.
 */

const ON_THE_LINE = '0123456789+-()'
const RAISED = '⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁽⁾'
const LOWERED = '₀₁₂₃₄₅₆₇₈₉₊₋₍₎'

const setIn =
  (characters: string) =>
  (text: string): string =>
    Array.from(text, (character) => {
      const at = ON_THE_LINE.indexOf(character.normalize('NFKC'))
      return at < 0 ? character : (characters[at] ?? character)
    }).join('')

/** The text in raised characters, as `<sup>` sets it; what Unicode has none of stays as it is. */
export const raised = setIn(RAISED)

/** The text in lowered characters, as `<sub>` sets it. */
export const lowered = setIn(LOWERED)

const MARKS = new RegExp(`[${RAISED}${LOWERED}]+|(?<=\\d)[①-⑳]`, 'g')

/** The text without what stands above or below its line, and without ringed marks behind digits: for comparing, and before NFKC puts such characters on the line. */
export const withoutRaised = (text: string): string => text.replace(MARKS, '')
