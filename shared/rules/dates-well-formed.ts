import { withParagraphs } from '../rule-kit/changed-report.ts'
import { passagesIn, sentencesOf } from '../rule-kit/passages.ts'
import { defineRule } from '../rule-kit/rule.ts'
import { brokenDatesIn } from '../text/broken-dates.ts'

/** Dates and years of the text are written as such: no letter for a digit, and 年, 月 and 日 in their places. */
export const datesWellFormed = defineRule({
  id: 'dates-well-formed',
  family: 'whose report',
  severity: 'warning',
  title: '正文的年份和日期书写正确',
  basis: '国办公开办函〔2021〕30号:年度报告内容应当完整、准确',
  years: { from: 2019 },
  needs: [],
  example: ({ report }) => ({ report: withParagraphs(report, 6, '统计期限为20241月1日至12月31日。本年度未收取信息处理费。') }),
  advice: '把年份和日期写完整,年份用四个数字,例如“2024年1月1日”',
  *check(report) {
    for (const { text, place } of passagesIn(report))
      for (const { printed, problem } of sentencesOf(text).flatMap(brokenDatesIn)) yield { places: [place], facts: { printed, problem } }
  },
  message: ({ printed, problem }) => `“${printed}”书写有误:${problem}`,
})
