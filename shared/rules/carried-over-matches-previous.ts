import { TABLE_THREE_COLUMNS, THREE } from '../form/table-three.ts'
import { valueAt } from '../report/record.ts'
import { figureAt } from '../report/report.ts'
import { withCells } from '../rule-kit/changed-report.ts'
import { lastYearsReport } from '../rule-kit/context.ts'
import { defineRule } from '../rule-kit/rule.ts'

/** What was carried in this year is what last year's report carried out, in every column. */
export const carriedOverMatchesPrevious = defineRule({
  id: 'carried-over-matches-previous',
  family: 'across years',
  severity: 'error',
  title: '上年结转与上年报告一致',
  basis: '国办公开办函〔2021〕30号 表三:“上年结转”承接上一年度报告的“结转下年度继续办理”',
  years: { from: 2019 },
  needs: ['previous-report'],
  example: ({ report, context }) => ({ report: withCells(report, { table: 3, row: THREE.carriedIn, column: 0, text: '3' }), context }),
  advice: '核对“上年结转”:上年报告无误的,应等于上年报告的“结转下年度继续办理”;上年报告有误的,请先更正上年报告',
  *check(report, context) {
    const previous = lastYearsReport(report, context)
    for (const [column, name] of TABLE_THREE_COLUMNS.entries()) {
      const figure = figureAt(report, { table: 3, row: THREE.carriedIn, column })
      const expected = previous && valueAt(previous.tables, { table: 3, row: THREE.carriedOut, column })
      if (figure?.value == null || expected == null || !Number.isInteger(expected) || figure.value === expected) continue
      yield { places: [figure.place], facts: { column: name, expected, actual: figure.value } }
    }
  },
  message: ({ column, expected, actual }) => `表三“${column}”列:上年结转填为${actual}件,上年报告的“结转下年度继续办理”是${expected}件`,
  fix: ({ column, expected }) => `核对“${column}”列:上年报告无误的,“上年结转”应为${expected};上年报告有误的,请先更正上年报告`,
})
