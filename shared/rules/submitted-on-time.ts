import { dayInWords, daysLate, deadlineGroup, lawfulDeadlines } from '../form/deadline.ts'
import { agencyKindOf } from '../rule-kit/context.ts'
import { defineRule } from '../rule-kit/rule.ts'

const chineseYear = (instant: string): number => new Date(Date.parse(instant) + 8 * 60 * 60 * 1000).getUTCFullYear()

/** The report came in by the day that the law or the disclosure office sets, counted in Chinese time wherever the code runs. */
export const submittedOnTime = defineRule({
  id: 'submitted-on-time',
  family: 'time',
  severity: 'notice',
  title: '按期报送',
  basis: '《政府信息公开条例》第四十九条:政府部门每年1月31日前,县级以上地方人民政府每年3月31日前;主管部门另定期限的,从其规定',
  years: { from: 2019 },
  needs: ['receipt-time'],
  example: ({ context }) => ({ context: { ...context, receivedAt: '2025-02-03T09:00:00+08:00' } }),
  advice: '请尽快报送并公布;以后请在期限前报送',
  *check(report, context) {
    const year = report.year ?? context.submission?.year
    if (year == null || context.receivedAt === undefined) return
    const group = deadlineGroup(agencyKindOf(report, context), report.agency ?? context.submission?.agencyNames[0])
    const { [group]: lastDay } = context.deadlines ?? lawfulDeadlines(year)
    // A report of years ago is not late, it is told to the disclosure office otherwise: the one now due is that of last year.
    if (chineseYear(context.receivedAt) > year + 1) return
    const days = daysLate(lastDay, context.receivedAt)
    if (days > 0) yield { places: [{ part: '报告', section: null }], facts: { deadline: dayInWords(lastDay), days } }
  },
  message: ({ deadline, days }) => `报送期限是${deadline},迟了${days}天`,
})
