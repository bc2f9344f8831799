import { TWO } from '../form/table-two.ts'
import { figureAt } from '../report/report.ts'
import { withCells } from '../rule-kit/changed-report.ts'
import { defineRule } from '../rule-kit/rule.ts'

const STOCKS = [
  { name: '规章', issued: TWO.regulationsIssued, inForce: TWO.regulationsInForce },
  { name: '行政规范性文件', issued: TWO.documentsIssued, inForce: TWO.documentsInForce },
]

/** What was issued this year is in force at its end: the stock is no smaller. `expected` is the least that it can be. */
export const inForceCoversIssued = defineRule({
  id: 'in-force-covers-issued',
  family: 'sums',
  severity: 'warning',
  title: '现行有效件数不少于本年制发件数',
  basis: '国办公开办函〔2021〕30号 表二:现行有效件数为截至12月31日的存量,包括本年制发的',
  years: { from: 2021 },
  needs: [],
  example: ({ report }) => ({ report: withCells(report, { table: 2, row: 0, column: TWO.documentsIssued, text: '5' }) }),
  advice: '核对现行有效件数:它是年末仍然有效的全部件数,不只是本年的',
  *check(report) {
    if (report.tables[2].form !== '2021') return
    for (const { name, issued, inForce } of STOCKS) {
      const [made, stock] = [issued, inForce].map((column) => figureAt(report, { table: 2, row: 0, column }))
      if (made?.value == null || stock?.value == null || stock.value >= made.value) continue
      yield { places: [stock.place, made.place], facts: { name, expected: made.value, actual: stock.value } }
    }
  },
  message: ({ name, expected, actual }) => `表二“${name}”:本年制发${expected}件,现行有效只有${actual}件`,
  fix: ({ name }) => `核对“${name}”:现行有效件数是年末仍然有效的全部件数,不只是本年的`,
})
