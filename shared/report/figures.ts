import { withDigits } from '../text/lookalikes.ts'
import { isTurnedRound } from '../text/shown-text.ts'
import { compact, halfWidth } from './normalise.ts'

const NUMBER = /^([+-]?(?:\d{1,3}(?:,\d{3})+|\d+)(?:\.\d+)?)(.*)$/s
/** What may stand beside a number: brackets, a unit, a note mark, raised or not; never more digits, separators or a percent sign. */
const REMARK = /^\s*(?:[(（[【①-⑳*\p{Script=Han}]|[⁰-⁾₀-₎¹²³]+(?![\d.,]))/u
/** Words that make another number of it: 3万, 5千件, 二百; 18余件, 18个半, 18又1/2, 2成, 18(负). */
const MULTIPLIER = /^(?:(?!万元)[零〇一二三四五六七八九十百千万亿]|[余多几来半又倍成折]|分之|\p{Script=Han}半|[(]?[负减亏])/u

/** Words that make a date of it, or a number of things: 2024年, 12月. */
const DATE = /^[年月日时号]/

/** A dash, slash or word where a figure should stand: the cell is there, but holds no figure. */
const PLACEHOLDER = /^(?:[-/—–－―_~.*]+|无|空)$/

export type ParsedFigure = { readonly value: number | null; readonly remark: string | null }
const NO_NUMBER: ParsedFigure = { value: null, remark: null }

const splitNumber = (text: string): { number: string; remark: string } | undefined => {
  const printed = halfWidth(text).replace(/[−－]/g, '-').trim()
  const [, number, rest = ''] = NUMBER.exec(printed) ?? []
  const remark = rest.trim()
  return number === undefined || (remark !== '' && !REMARK.test(remark)) ? undefined : { number: number.replaceAll(',', ''), remark }
}

/** What one cell says: its number, and what stands beside it. A dash, a word or nothing is no number; nothing is guessed. */
export const parseFigure = (text: string): ParsedFigure => {
  const split = splitNumber(text)
  if (split === undefined || MULTIPLIER.test(split.remark) || DATE.test(split.remark)) return NO_NUMBER
  return { value: Number(split.number), remark: split.remark === '' ? null : split.remark }
}

/** Whether a text could stand in a figure cell: a number, what people write for none, or what looks like a number and is none. */
export const looksLikeFigure = (text: string): boolean =>
  PLACEHOLDER.test(halfWidth(text).trim()) || isFigure(text) || isAlmostFigure(text) || parseAmount(text).unit !== undefined

/** So long a remark in brackets, or without them, may stand beside a figure; more is a sentence that begins with a number. */
const LONGEST_REMARK = { bracketed: 40, bare: 12 }

const isFigure = (text: string): boolean => {
  const { value, remark } = parseFigure(text)
  const longest = /^[(（[【]/.test(remark ?? '') ? LONGEST_REMARK.bracketed : LONGEST_REMARK.bare
  return value !== null && (remark ?? '').length <= longest
}

/** Digits with a letter among them, as 1O, or turned round: a number was meant, but which is not certain. */
const isAlmostFigure = (text: string): boolean => {
  const digits = withDigits(text.replaceAll('\u202e', ''))
  return (isTurnedRound(text) || digits !== text) && parseFigure(digits).value !== null
}

/** A unit of money, and how many 万元 one of it are. */
const WAN_YUAN: Readonly<Record<string, number>> = {
  元: 1e-4,
  百元: 0.01,
  千元: 0.1,
  万元: 1,
  十万元: 10,
  百万元: 100,
  千万元: 1000,
  亿元: 10_000,
}
/** A unit with nothing behind it but a remark in brackets; 万 and 亿 may stand without 元. */
const UNIT = /^[(]?(?:单位:?)?(元|百元|千元|万元?|十万元?|百万元?|千万元?|亿元?)整?[)]?(?:[(].*)?$/s

/** An amount as read: in 万元, and the unit that the file gives it where that is another. */
export type ParsedAmount = ParsedFigure & { readonly unit?: string }

/** What a cell says that holds an amount in 万元. Its own unit counts before that of the column's head. */
export const parseAmount = (text: string, headUnit?: string): ParsedAmount => {
  const split = splitNumber(text)
  if (split === undefined) return NO_NUMBER
  const printed = UNIT.exec(split.remark)?.[1]
  if (printed === undefined && (/^[(]?[元百千万十亿]/.test(split.remark) || MULTIPLIER.test(split.remark))) return NO_NUMBER // 25万1千元
  const unit = printed === undefined ? headUnit : printed.replace(/元?$/, '元')
  const value = Number((Number(split.number) * (WAN_YUAN[unit ?? '万元'] ?? 1)).toFixed(6))
  return { value, remark: split.remark === '' ? null : split.remark, ...(unit !== undefined && unit !== '万元' && { unit }) }
}

/** Whether a cell gives its amount a unit of its own. */
export const hasUnit = (text: string): boolean => UNIT.test(splitNumber(text)?.remark ?? '')

/** The unit that a head or a caption gives to amounts: 采购总金额(元), 单位:元. */
const HEAD_UNIT = /(?:收费|采购|金额|^\(?单位)\(?(?:单位)?[:,]?((?:百|千|万|十万|百万|千万|亿)?元)/

export const headUnitIn = (text: string): string | undefined => HEAD_UNIT.exec(compact(text))?.[1]
