/** White space as browsers show it. */

/** A line broken between two Han characters of the source has no space there. */
const BREAK_IN_HAN = /(?<=[\u2e80-\uffef])[ \t\f\r]*\n[ \t\f\r\n]*(?=[\u2e80-\uffef])/g
const SPACES = /[ \t\n\f\r]+/g
const NOT_COLLAPSED = /[\t\n\f\r]| {2}/

/** Without the no-break spaces that stand in empty cells, and the full-width ones that indent. */
export const trimLine = (text: string): string => text.trim()

export const collapseSpace = (text: string): string => {
  const trimmed = trimLine(text)
  if (!NOT_COLLAPSED.test(trimmed)) return trimmed
  return trimmed.replace(BREAK_IN_HAN, '').replace(SPACES, ' ')
}
