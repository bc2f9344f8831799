import { halfWidth } from './normalise.ts'

const NUMBER = /^([+-]?(?:\d{1,3}(?:,\d{3})+|\d+)(?:\.\d+)?)(.*)$/s
/** What may stand beside a number: brackets, a unit, a note mark, raised or not; never more digits, separators or a percent sign. */
const REMARK = /^\s*(?:[(（[【①-⑳*\p{Script=Han}]|[⁰-⁾₀-₎¹²³]+(?![\d.,]))/u

/** A dash, slash or word where a figure should stand: the cell is there, but holds no figure. */
const PLACEHOLDER = /^(?:[-/—–－―_~.*]+|无|空)$/

/** What one cell says: its number, and what stands beside it. A dash, a word or nothing is no number; nothing is guessed. */
export const parseFigure = (text: string): { value: number | null; remark: string | null } => {
  const printed = halfWidth(text).replace(/[−－]/g, '-').trim()
  const [, number, rest = ''] = NUMBER.exec(printed) ?? []
  const remark = rest.trim()
  if (number === undefined || (remark !== '' && !REMARK.test(remark))) return { value: null, remark: null }
  return { value: Number(number.replaceAll(',', '')), remark: remark === '' ? null : remark }
}

/** Whether a text could stand in a figure cell: a number, or what people write for none. */
export const looksLikeFigure = (text: string): boolean => PLACEHOLDER.test(halfWidth(text).trim()) || parseFigure(text).value !== null
