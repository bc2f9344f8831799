import { formCell } from '../form/cells.ts'
import type { TableNumber } from '../form/edition.ts'
import { PRINTED_ROWS, type PrintedRow } from '../form/printed-rows.ts'
import { THREE } from '../form/table-three.ts'
import { TWO } from '../form/table-two.ts'
import { recordOf, valueAt } from '../report/record.ts'
import { figureAt, type Report } from '../report/report.ts'
import { type RollUp, rollUp } from '../report/roll-up.ts'
import { withCells } from '../rule-kit/changed-report.ts'
import { defineRule, type Violation } from '../rule-kit/rule.ts'

type Differs = {
  readonly cell: string
  readonly expected: number
  readonly actual: number
  readonly more: number
  readonly lacking: string
}
type Lacks = { readonly lacking: string }

/** Rows that count the same in both: tables 二 of the form of 2021, and (六) where both have three rows of it, or one. */
const isComparable = ({ tables }: Report, { singleOtherRow }: RollUp, { table, cells }: PrintedRow): boolean => {
  if (table === 2) return tables[2].form === '2021'
  const row = cells[0]?.ref.row ?? 0
  const isOther = table === 3 && row >= THREE.overdueCorrection && row <= THREE.otherHandling
  return !isOther || singleOtherRow === (tables[3].form === '2019')
}

/** One violation for a printed row: its total first, where that differs. Where reports are lacking, only what is below their sum is wrong. */
function* differencesIn(report: Report, sum: RollUp, printed: PrintedRow, lacking: string): Generator<Violation<Differs>> {
  const differing = printed.cells.flatMap(({ ref, column: label }) => {
    const [figure, expected] = [figureAt(report, ref), valueAt(sum.tables, ref)]
    if (figure?.value == null || expected === null || figure.value === expected) return []
    const isAmount = formCell('2021', ref).kind === 'amount'
    if (!isAmount && !Number.isInteger(expected)) return []
    return lacking !== '' && figure.value > expected ? [] : [{ place: figure.place, label, expected, actual: figure.value }]
  })
  const [first, ...others] = differing.toSorted((a, b) => Number(b.label === '总计') - Number(a.label === '总计'))
  if (first === undefined) return
  const cell = printed.cells.length === 1 ? printed.name : `${printed.name}${first.label}`
  yield {
    places: [first, ...others].map(({ place }) => place),
    facts: { cell, expected: first.expected, actual: first.actual, more: others.length, lacking },
  }
}

/** The figures of a government are the sums of those of its departments and townships. */
export const rollupMatchesSubordinates = defineRule<Differs | Lacks>({
  id: 'rollup-matches-subordinates',
  family: 'across agencies',
  severity: 'warning',
  severityNote: '下级单位的报告不全时,另列缺哪些,供参考',
  title: '各表数据等于下级各单位之和',
  basis: '《政府信息公开条例》第四十九条、第五十条:本级政府的年度报告汇总所属各部门、各乡镇的数据',
  years: { from: 2019 },
  needs: ['subordinate-reports'],
  example: ({ report, context }) => ({
    report: withCells(report, { table: 2, row: 0, column: TWO.licensing, text: '13' }),
    context: { ...context, subordinateReports: { reports: [{ name: '示例市示例局', record: recordOf(report) }], missing: [] } },
  }),
  advice: '核对本级汇总:应等于所属各部门、各乡镇(街道)报告之和;下级报告有误的,请其更正;缺报告的,请催报;含本级机关自身数据的,请说明',
  *check(report, { subordinateReports }) {
    if (subordinateReports === undefined) return
    const { reports, missing } = subordinateReports
    const sum = rollUp(reports)
    const lackingIn = (table: TableNumber): string =>
      [...missing, ...sum.leftOut.filter((each) => each.table === table).map(({ name }) => name)].join('、')
    for (const printed of PRINTED_ROWS)
      if (isComparable(report, sum, printed)) yield* differencesIn(report, sum, printed, lackingIn(printed.table))
    if (missing.length > 0) yield { places: [{ part: '报告', section: null }], facts: { lacking: missing.join('、') }, severity: 'notice' }
  },
  cause: (facts) => ('cell' in facts ? 'sum' : 'lacking'),
  message: (facts) => {
    if (!('cell' in facts)) return `下级单位的报告不全,汇总只能部分核对,尚缺:${facts.lacking}`
    const { cell, expected, actual, more, lacking } = facts
    const others = more > 0 ? `;同一行另有${more}格不等` : ''
    return `${cell}填为${actual},下级各单位合计${expected}${others}${lacking === '' ? '' : `(合计中尚缺:${lacking})`}`
  },
  fix: (facts) =>
    'cell' in facts
      ? '核对本级汇总:应等于所属各部门、各乡镇(街道)报告之和;下级报告有误的,请其更正;含本级机关自身数据的,请说明'
      : '请催报所缺的报告,报齐后再核对汇总数',
})
