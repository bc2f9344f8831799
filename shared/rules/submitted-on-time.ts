import type { AgencyKind } from '../form/agency-kind.ts'
import { agencyKindOf } from '../rule-kit/context.ts'
import { defineRule } from '../rule-kit/rule.ts'

const GOVERNMENTS: ReadonlySet<AgencyKind> = new Set(['province', 'city-with-districts', 'autonomous-prefecture', 'county'])

/** Governments of county level and above have until the end of March, all others until that of January; an unknown agency gets the later day. */
const isGovernment = (kind: AgencyKind | undefined, name: string | undefined): boolean =>
  kind === undefined ? (name?.endsWith('人民政府') ?? true) : GOVERNMENTS.has(kind)

const chineseYear = (instant: string): number => new Date(Date.parse(instant) + 8 * 60 * 60 * 1000).getUTCFullYear()

const DAY = 24 * 60 * 60 * 1000

/** The report came in by the day that the law sets, counted in Chinese time wherever the code runs. */
export const submittedOnTime = defineRule({
  id: 'submitted-on-time',
  severity: 'notice',
  title: '按期报送',
  basis: '《政府信息公开条例》第四十九条:政府部门每年1月31日前,县级以上地方人民政府每年3月31日前',
  years: { from: 2019 },
  needs: ['receipt-time'],
  example: ({ context }) => ({ context: { ...context, receivedAt: '2025-02-03T09:00:00+08:00' } }),
  advice: '请尽快报送并公布;以后请在期限前报送',
  *check(report, context) {
    const year = report.year ?? context.submission?.year
    if (year == null || context.receivedAt === undefined) return
    const government = isGovernment(agencyKindOf(report, context), report.agency ?? context.submission?.agencyNames[0])
    const [words, after] = government ? ['3月31日', '04-01'] : ['1月31日', '02-01']
    // A report of years ago is not late, it is told to the disclosure office otherwise: the one now due is that of last year.
    if (chineseYear(context.receivedAt) > year + 1) return
    const late = Date.parse(context.receivedAt) - Date.parse(`${year + 1}-${after}T00:00:00+08:00`)
    if (late >= 0)
      yield { places: [{ part: '报告', section: null }], facts: { deadline: `${year + 1}年${words}`, days: Math.floor(late / DAY) + 1 } }
  },
  message: ({ deadline, days }) => `报送期限是${deadline},迟了${days}天`,
})
