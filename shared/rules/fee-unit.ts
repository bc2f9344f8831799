import type { AgencyKind } from '../form/agency-kind.ts'
import { TWO } from '../form/table-two.ts'
import { type Figure, figureAt, type Report } from '../report/report.ts'
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

const reason = (report: Report, context: Context, value: number): string | undefined => {
  if (value > 0 && statedInYuan(report, value)) return `正文写的是${value}元`
  const kind = agencyKindOf(report, context)
  const most = kind === undefined ? undefined : mostOf(kind, report.agency ?? '')
  return most !== undefined && value >= most ? '对本单位来说数额过大' : undefined
}

/** `cell`, `printed` and `unit`: an amount that was converted. `why` and `actual`: one that may be in yuan. */
type AmountFacts =
  | { readonly cell: string; readonly printed: string; readonly unit: string; readonly inWanYuan: number }
  | { readonly why: string; readonly inWanYuan: number; readonly actual: number }

/** The amounts of table 二 that the file gives in another unit; they are read in 万元. */
const inOtherUnit = ({ tables }: Report): Figure[] =>
  tables[2].figures.flat().filter(({ value, unit }) => value !== null && unit !== undefined)

/**
 * The amounts of table 二 are in 万元. One in another unit by its cell or its head is converted; a text that states the same figure in
 * yuan, or a sum beyond all bounds, tells that yuan were meant.
 */
export const feeUnit = defineRule<AmountFacts>({
  id: 'fee-unit',
  family: 'cells',
  severity: 'warning',
  title: '收费金额以万元为单位',
  basis: '国办公开办函〔2021〕30号 表二:本年收费金额(单位:万元)',
  years: { from: 2019 },
  needs: [],
  example: ({ report }) => ({
    report: withParagraphs(withCells(report, { table: 2, row: 0, column: TWO.fees, text: '51200' }), 1, '全年行政事业性收费51200元。'),
  }),
  advice: '核对单位:以元计的,换算为万元',
  *check(report, context) {
    for (const { value, text, unit = '', place } of inOtherUnit(report))
      yield { places: [place], facts: { cell: place.part, printed: text ?? '', unit, inWanYuan: value ?? 0 } }
    const figure = figureAt(report, { table: 2, row: 0, column: TWO.fees })
    if (figure?.value == null || figure.unit !== undefined || report.tables[2].form !== '2021') return
    const why = reason(report, context, figure.value)
    if (why !== undefined)
      yield { places: [figure.place], facts: { why, inWanYuan: Number((figure.value / 10_000).toFixed(6)), actual: figure.value } }
  },
  message: (facts) =>
    'cell' in facts
      ? `${facts.cell}填的是“${facts.printed}”,以${facts.unit}为单位,按${facts.inWanYuan}万元读取`
      : `表二收费金额填为${facts.actual}万元,像是以元填写的(${facts.why})`,
  fix: (facts) =>
    'cell' in facts ? `这一格以万元为单位,填“${facts.inWanYuan}”,格内不写单位` : `核对单位:以元计的,换算为万元,填${facts.inWanYuan}`,
})
