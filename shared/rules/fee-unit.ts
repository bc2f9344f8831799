import type { AgencyKind } from '../form/agency-kind.ts'
import { TWO } from '../form/table-two.ts'
import { figureAt, type Report } from '../report/report.ts'
import { withCells, withParagraphs } from '../rule-kit/changed-report.ts'
import { agencyKindOf, type Context } from '../rule-kit/context.ts'
import { passagesIn, sentencesOf } from '../rule-kit/passages.ts'
import { defineRule } from '../rule-kit/rule.ts'
import { parseNumeral } from '../text/chinese-numerals.ts'

/** More 万元 than such an organ takes in a year: a township 1亿元, a county's department 10亿元, a county or any other department 100亿元. */
const MORE_THAN_ANY: Partial<Record<AgencyKind, number>> = { township: 10_000, county: 1_000_000, department: 1_000_000 }
const MORE_THAN_A_COUNTYS_DEPARTMENT = 100_000
const OF_A_COUNTY = /[县旗]|(?<!自治)区/

const mostOf = (kind: AgencyKind, name: string): number | undefined =>
  kind === 'department' && OF_A_COUNTY.test(name) ? MORE_THAN_A_COUNTYS_DEPARTMENT : MORE_THAN_ANY[kind]

const YUAN = /(?<!\d)(\d{1,3}(?:,\d{3}){1,4}|\d{1,12})((?:\.\d{1,6})?)元/g

/** A sentence on fees, other than those for processing information, that states the very figure of the table in yuan. */
const statedInYuan = (report: Report, value: number): boolean =>
  passagesIn(report)
    .flatMap(({ text }) => sentencesOf(text))
    .filter((sentence) => /收费/.test(sentence) && !/信息处理费/.test(sentence))
    .some((sentence) =>
      Array.from(sentence.matchAll(YUAN)).some(([, whole = '', fraction = '']) => parseNumeral(whole + fraction) === value),
    )

const reason = (report: Report, context: Context, value: number, remark: string | null): string | undefined => {
  if (/^[(]?(?:单位:?)?元/.test(remark ?? '')) return '格内注明了“元”'
  if (value > 0 && statedInYuan(report, value)) return `正文写的是${value}元`
  const kind = agencyKindOf(report, context)
  const most = kind === undefined ? undefined : mostOf(kind, report.agency ?? '')
  return most !== undefined && value >= most ? '对本单位来说数额过大' : undefined
}

/** The fee of table 二 is in 万元: a cell marked 元, a text that states the same figure in yuan, or a sum beyond all bounds tells otherwise. */
export const feeUnit = defineRule({
  id: 'fee-unit',
  severity: 'warning',
  title: '收费金额以万元为单位',
  basis: '国办公开办函〔2021〕30号 表二:本年收费金额(单位:万元)',
  years: { from: 2021 },
  needs: [],
  example: ({ report }) => ({
    report: withParagraphs(withCells(report, { table: 2, row: 0, column: TWO.fees, text: '51200' }), 1, '全年行政事业性收费51200元。'),
  }),
  advice: '核对单位:以元计的,换算为万元',
  *check(report, context) {
    const figure = figureAt(report, { table: 2, row: 0, column: TWO.fees })
    if (figure?.value == null || report.tables[2].form !== '2021') return
    const why = reason(report, context, figure.value, figure.remark)
    if (why !== undefined)
      yield { places: [figure.place], facts: { why, inWanYuan: Number((figure.value / 10_000).toFixed(6)), actual: figure.value } }
  },
  message: ({ why, actual }) => `表二收费金额填为${actual}万元,像是以元填写的(${why})`,
  fix: ({ inWanYuan }) => `核对单位:以元计的,换算为万元,填${inWanYuan}`,
})
