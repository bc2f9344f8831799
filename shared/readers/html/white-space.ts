/** White space as browsers show it. */

/** A line broken between two Han characters of the source has no space there. */
const BREAK_IN_HAN = /(?<=[\u2e80-\uffef])[ \t\f\r]*\n[ \t\f\r\n]*(?=[\u2e80-\uffef])/g
const SPACES = /[ \t\n\f\r]+/g

/** Without the no-break spaces that stand in empty cells, and the full-width ones that indent. */
export const trimLine = (text: string): string => text.trim()

export const collapseSpace = (text: string): string => {
  const trimmed = trimLine(text)
  return (trimmed.includes('\n') ? trimmed.replace(BREAK_IN_HAN, '') : trimmed).replace(SPACES, ' ')
}
