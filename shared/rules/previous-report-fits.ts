import { lettersOnly } from '../report/normalise.ts'
import type { Report } from '../report/report.ts'
import { type Context, lastYearsReport } from '../rule-kit/context.ts'
import { defineRule } from '../rule-kit/rule.ts'

/** Every name that the agency of a report is known by. */
const namesOf = ({ agency }: Report, { submission, previousAgency }: Context): string[] =>
  [agency, ...(submission?.agencyNames ?? []), previousAgency].flatMap((name) => (name ? lettersOnly(name) : []))

/** The report that is compared with is last year's, and of the same agency by its name. */
export const previousReportFits = defineRule({
  id: 'previous-report-fits',
  severity: 'notice',
  title: '对照的是本单位上一年度的报告',
  basis: '《政府信息公开条例》第四十九条:各行政机关每年公布本机关上一年度的年度报告',
  years: { from: 2019 },
  needs: ['previous-report'],
  example: ({ context }) => ({
    context: { ...context, ...(context.previousReport && { previousReport: { ...context.previousReport, agency: '示例市原示例局' } }) },
  }),
  advice: '机构改革、更名的,与上年比较的意见仍可参考;不是同一单位的,请换上本单位上一年度的报告',
  *check(report, context) {
    const { previousReport: previous } = context
    const places = [{ part: '标题', section: null }]
    if (previous?.year != null && lastYearsReport(report, context) === undefined)
      yield { places, facts: { what: '年度', printed: `${previous.year}年`, wanted: `${(report.year ?? 0) - 1}年` } }
    else if (previous?.agency != null && report.agency !== null && !namesOf(report, context).includes(lettersOnly(previous.agency)))
      yield { places, facts: { what: '单位', printed: previous.agency, wanted: report.agency } }
  },
  message: ({ what, printed, wanted }) =>
    what === '年度'
      ? `对照的上年报告是${printed}的,不是${wanted}的,没有与上年比较`
      : `上年报告的单位名称是“${printed}”,本年是“${wanted}”,已按同一单位比较`,
  fix: ({ what }) => (what === '年度' ? '请换上本单位上一年度的报告再核对' : undefined),
})
