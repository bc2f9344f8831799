import { lettersOnly } from '../report/normalise.ts'
import type { Report } from '../report/report.ts'
import { type Context, lastYearsReport } from '../rule-kit/context.ts'
import { defineRule } from '../rule-kit/rule.ts'

const FIXES: Readonly<Record<string, (wanted: string) => string>> = {
  年度: () => '请换上本单位上一年度的报告再核对',
  看不出年度: (wanted) => `请确认它是本单位${wanted}的报告;不是的,换上后再核对`,
}

/** Every name that the agency of a report is known by. */
const namesOf = ({ agency }: Report, { submission, previousAgency }: Context): string[] =>
  [agency, ...(submission?.agencyNames ?? []), previousAgency].flatMap((name) => (name ? lettersOnly(name) : []))

/** The report that is compared with is last year's, and of the same agency by its name. */
export const previousReportFits = defineRule({
  id: 'previous-report-fits',
  family: 'across years',
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
    if (previous?.year != null && lastYearsReport(report, context) === undefined) {
      yield { places, facts: { what: '年度', printed: `${previous.year}年`, wanted: `${(report.year ?? 0) - 1}年` } }
      return
    }
    if (previous !== undefined && previous.year === null && report.year !== null)
      yield { places, facts: { what: '看不出年度', printed: '', wanted: `${report.year - 1}年` } }
    if (previous?.agency != null && report.agency !== null && !namesOf(report, context).includes(lettersOnly(previous.agency)))
      yield { places, facts: { what: '单位', printed: previous.agency, wanted: report.agency } }
  },
  message: ({ what, printed, wanted }) => {
    if (what === '年度') return `对照的上年报告是${printed}的,不是${wanted}的,没有与上年比较`
    if (what === '看不出年度') return `对照的上年报告看不出是哪一年的,已当作${wanted}的比较`
    return `上年报告的单位名称是“${printed}”,本年是“${wanted}”,已按同一单位比较`
  },
  fix: ({ what, wanted }) => FIXES[what]?.(wanted),
})
