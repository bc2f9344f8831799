import { letteredYearsIn, lookalikeWords } from './lookalikes.ts'

/** Dates that have lost their 年, 月 or 日: 20241月1日, 2024年12日31日, 2024年1月1至12月31日, 2024年1月1起. */
const INCOMPLETE: readonly RegExp[] = [
  /(?<![\d.])20\d{2}(?:1[0-2]|0?[1-9])月(?:\d{1,2}日)?/g,
  /(?<!\d)20\d{2}年\d{1,2}日(?:\d{1,2}日)?/g,
  /(?<!\d)(?:20\d{2}年)?\d{1,2}月\d{1,2}(?=[至到](?:20\d{2}年)?\d{1,2}月)/g,
  /(?<!\d)20\d{2}年\d{1,2}月\d{1,2}(?=[起止前,;)]|$)/g,
]
/** Dates with 年 or 月 twice: 2024年年1月, 2024年1年1日, 2024年1月月1日. What 年年 begins in other words (年年底) is none. */
const DOUBLED: readonly RegExp[] = [
  /(?<!\d)20\d{2}年年\d{1,2}月(?:\d{1,2}日)?/g,
  /(?<!\d)20\d{2}年\d{1,2}年\d{1,2}[月日](?:\d{1,2}日)?/g,
  /(?<!\d)(?:20\d{2}年)?\d{1,2}月(?:月\d{1,2}|\d{1,2}月\d{1,2})日/g,
]
/** A month of a year, with its day or without; a day of a month. */
const MONTH = /(?<!\d)(?:(20\d{2})年)(\d{1,2})月(?:(\d{1,2})日)?/g
const DAY = /(?<![\d年])(\d{1,2})月(\d{1,2})日/g

const A_LEAP_YEAR = 2024
const daysIn = (year: number, month: number): number => new Date(Date.UTC(year, month, 0)).getUTCDate()

/** Why there is no such day in the calendar; undefined where there is. */
const impossible = (year: number, month: number, day: number): string | undefined => {
  if (month < 1 || month > 12) return `没有${month}月`
  return day < 1 || day > daysIn(year, month) ? `${month}月没有${day}日` : undefined
}

/** A date as printed, and what is wrong with it in words. */
export type BrokenDate = { readonly printed: string; readonly problem: string }

/** The dates and years of a sentence, in half width and without white space, that are not written as such. */
export const brokenDatesIn = (sentence: string): BrokenDate[] => {
  if (!/[年月日]/.test(sentence)) return []
  const matching = (patterns: readonly RegExp[], problem: string): BrokenDate[] =>
    patterns.flatMap((pattern) => sentence.match(pattern) ?? []).map((printed) => ({ printed, problem }))
  const days = [
    ...Array.from(sentence.matchAll(MONTH), ([printed, year, month, day = '1']) => [printed, year, month, day]),
    ...Array.from(sentence.matchAll(DAY), ([printed, month, day]) => [printed, A_LEAP_YEAR, month, day]),
  ]
  const written = [
    ...letteredYearsIn(sentence).map((year) => ({ printed: `${year}年`, problem: lookalikeWords(year) })),
    ...matching(INCOMPLETE, '缺少“年”“月”或“日”'),
    ...matching(DOUBLED, '“年”或“月”重复'),
  ]
  const impossibles = days.flatMap(([printed, ...date]) => {
    const [year = 0, month = 0, day = 0] = date.map(Number)
    const problem = impossible(year, month, day)
    return problem === undefined || written.some((each) => each.printed.includes(String(printed)))
      ? []
      : [{ printed: String(printed), problem }]
  })
  return [...written, ...impossibles]
}
