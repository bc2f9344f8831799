import type { DetailedFinding } from '../../../shared/http-api/findings.ts'

/** What a reviewer sends back for a finding, as a line of the reason. */
export const reasonLine = ({ where, message, fix }: Pick<DetailedFinding, 'where' | 'message' | 'fix'>): string =>
  `${where === '' ? '' : `${where.split(',文件中:')[0]}:`}${message} ${fix}`.trim().replace(/\s*\n\s*/g, ' ')

const linesOf = (text: string): string[] => (text === '' ? [] : text.split('\n'))

/** The text with the line of a finding added at its end, or taken out where it still stands as it was put; what was written stays. */
export const picked = (text: string, line: string, pick: boolean): string => {
  const lines = linesOf(text)
  if (pick) return lines.includes(line) ? text : [...lines, line].join('\n')
  return lines.filter((each) => each !== line).join('\n')
}
