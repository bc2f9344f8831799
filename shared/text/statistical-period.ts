/** A span of days that a sentence names, by its years and days (月/日). */
export type Period = {
  readonly from: number
  readonly to: number
  readonly firstDay: string
  readonly lastDay: string
  readonly printed: string
}

/** Words that say that the span is the one the report's figures are counted over. */
const COUNTED_OVER =
  /(?:统计|数据|报告)的?(?:期限|期间|时限|时间|时段|周期|区间|起止|范围|期)|(?:统计|所列|全部)数据|本(?:年度?)?报告(?:所|中|的|涵盖|时间|期)|期限[为自从是:]/
const DAYS = /(20\d\d)年(\d{1,2})月(\d{1,2})日起?(?:至|到|[-—–~─]+)(?:(20\d\d)年)?(\d{1,2})月(\d{1,2})日/
const WHOLE_YEAR = /^[^\d,]{0,6}(20\d\d)年度?(?:全年)?$/

/** The period that a sentence states for the report's figures; nothing where it speaks of something else. */
export const statisticalPeriodOf = (sentence: string): Period | undefined => {
  const key = COUNTED_OVER.exec(sentence)
  if (key === null || sentence.includes('累计')) return undefined
  const behind = sentence.slice(key.index + key[0].length)
  const [printed, from, month, day, to = from, lastMonth, lastDay] = DAYS.exec(behind) ?? []
  if (printed !== undefined)
    return { from: Number(from), to: Number(to), firstDay: `${month}/${day}`, lastDay: `${lastMonth}/${lastDay}`, printed }
  const year = WHOLE_YEAR.exec(behind.split(/[,()]/)[0] ?? '')?.[1]
  return year === undefined || !/期|时/.test(key[0])
    ? undefined
    : { from: Number(year), to: Number(year), firstDay: '1/1', lastDay: '12/31', printed: `${year}年` }
}
