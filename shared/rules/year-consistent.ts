import type { Passage } from '../report/report.ts'
import { withParagraphs } from '../rule-kit/changed-report.ts'
import { passagesIn, sentencesOf } from '../rule-kit/passages.ts'
import { defineRule, type Violation } from '../rule-kit/rule.ts'
import { withArabicYears } from '../text/chinese-numerals.ts'
import { staleYearIn } from '../text/stale-years.ts'
import { statisticalPeriodOf } from '../text/statistical-period.ts'

type YearFacts = { readonly problem: string; readonly printed: string; readonly year: number }

const sentences = ({ text }: Passage): string[] => sentencesOf(withArabicYears(text))

/** The period that the figures are counted over, where it is not the report's year. */
function* wrongPeriods(passage: Passage, year: number): Generator<Violation<YearFacts>> {
  for (const period of sentences(passage).flatMap((sentence) => statisticalPeriodOf(sentence) ?? [])) {
    const facts = { problem: '统计期限', printed: period.printed, year }
    if (period.from !== year || period.to !== year) yield { places: [passage.place], facts }
    else if (period.firstDay !== '1/1' || period.lastDay !== '12/31') yield { places: [passage.place], facts, severity: 'warning' }
  }
}

/** The report speaks of its own year: its figures are counted over it, and its work is given to it. */
export const yearConsistent = defineRule({
  id: 'year-consistent',
  family: 'whose report',
  severity: 'error',
  severityNote: '统计期限的年份不对的必须改正;起止日期不是1月1日至12月31日的,第一、五部分把往年写作本年工作的,请核对',
  title: '全文年份一致',
  basis: '国办公开办函〔2021〕30号:统计数据为当年1月1日至12月31日',
  years: { from: 2019 },
  needs: [],
  example: ({ report }) => ({ report: withParagraphs(report, 1, '本报告统计期限自2023年1月1日至2023年12月31日。') }),
  advice: '统计期限写作本年度1月1日至12月31日;写本年工作的句子,年份改为本年;写往年的,说明与本年的关系',
  *check(report, { submission }) {
    const year = report.year ?? submission?.year
    if (year == null) return
    for (const passage of passagesIn(report)) yield* wrongPeriods(passage, year)
    for (const passage of passagesIn(report, [1, 5])) {
      const sentence = sentences(passage).find((each) => statisticalPeriodOf(each) === undefined && staleYearIn(each, year) !== undefined)
      if (sentence === undefined) continue
      yield { places: [passage.place], facts: { problem: '往年', printed: sentence.slice(0, 40), year }, severity: 'warning' }
    }
  },
  cause: ({ problem }) => problem,
  message: ({ problem, printed, year }) =>
    problem === '统计期限' ? `统计期限写作“${printed}”,应为${year}年1月1日至12月31日` : `本报告是${year}年度的,“${printed}”写的是往年`,
  fix: ({ problem, year }) =>
    problem === '统计期限'
      ? `统计期限改为“${year}年1月1日至${year}年12月31日”`
      : `核对这一句:写本年工作的,年份改为${year}年;写往年的,说明与本年的关系`,
})
