import { TWO } from '../form/table-two.ts'
import { valueAt } from '../report/record.ts'
import { figureAt } from '../report/report.ts'
import { withCells } from '../rule-kit/changed-report.ts'
import { lastYearsReport } from '../rule-kit/context.ts'
import { defineRule } from '../rule-kit/rule.ts'

const STOCKS = [
  { name: '规章', issued: TWO.regulationsIssued, repealed: TWO.regulationsRepealed, inForce: TWO.regulationsInForce },
  { name: '行政规范性文件', issued: TWO.documentsIssued, repealed: TWO.documentsRepealed, inForce: TWO.documentsInForce },
]

/** What is in force at the year's end is what was a year before, with what was issued and without what was repealed. */
export const inForceRollsForward = defineRule({
  id: 'in-force-rolls-forward',
  family: 'across years',
  severity: 'warning',
  title: '现行有效件数与上年报告衔接',
  basis: '国办公开办函〔2021〕30号 表二:现行有效件数为截至12月31日的存量',
  years: { from: 2021 },
  needs: ['previous-report'],
  example: ({ report }) => ({ report: withCells(report, { table: 2, row: 0, column: TWO.documentsInForce, text: '6' }) }),
  advice: '核对制发、废止和现行有效件数;上年报告有误或统计口径变动的,请说明',
  *check(report, context) {
    const last = lastYearsReport(report, context)
    if (last === undefined || report.tables[2].form !== '2021') return
    for (const { name, issued, repealed, inForce } of STOCKS) {
      const cells = [inForce, issued, repealed].map((column) => figureAt(report, { table: 2, row: 0, column }))
      const [actual, made, ended] = cells.map((cell) => cell?.value ?? null)
      const before = valueAt(last.tables, { table: 2, row: 0, column: inForce })
      if (actual == null || made == null || ended == null || before === null) continue
      const expected = before + made - ended
      if (!Number.isInteger(expected) || actual === expected) continue
      yield {
        places: cells.flatMap((cell) => cell?.place ?? []),
        facts: { name, before, made, ended, expected, actual },
      }
    }
  },
  message: ({ name, before, made, ended, expected, actual }) =>
    `表二“${name}”:上年现行有效${before}件,本年制发${made}件、废止${ended}件,推算现行有效${expected}件,填为${actual}件`,
  fix: ({ name }) => `核对“${name}”的制发、废止和现行有效件数;上年报告有误或统计口径变动的,请说明`,
})
