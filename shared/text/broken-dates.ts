import { letteredYearsIn, lookalikeWords } from './lookalikes.ts'

/** Dates that have lost their 年, 月 or 日: 20241月1日, 2024年12日31日, 2024年1月1至12月31日. */
const BROKEN: readonly RegExp[] = [
  /(?<![\d.])20\d{2}(?:1[0-2]|0?[1-9])月(?:\d{1,2}日)?/g,
  /(?<!\d)20\d{2}年\d{1,2}日(?:\d{1,2}日)?/g,
  /(?<!\d)(?:20\d{2}年)?\d{1,2}月\d{1,2}(?=[至到](?:20\d{2}年)?\d{1,2}月)/g,
]

/** A date as printed, and what is wrong with it in words. */
export type BrokenDate = { readonly printed: string; readonly problem: string }

/** The dates and years of a sentence, in half width and without white space, that are not written as such. */
export const brokenDatesIn = (sentence: string): BrokenDate[] => [
  ...letteredYearsIn(sentence).map((year) => ({ printed: `${year}年`, problem: lookalikeWords(year) })),
  ...BROKEN.flatMap((pattern) => sentence.match(pattern) ?? []).map((printed) => ({ printed, problem: '缺少“年”“月”或“日”' })),
]
