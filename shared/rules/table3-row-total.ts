import { THREE, THREE_TOTAL_COLUMN } from '../form/table-three.ts'
import { brokenSums, totalFirst } from '../rule-kit/broken-sums.ts'
import { withCells } from '../rule-kit/changed-report.ts'
import { defineRule } from '../rule-kit/rule.ts'

/** In every row of table 三 the total is the sum of the other six columns. */
export const table3RowTotal = defineRule({
  id: 'table3-row-total',
  family: 'sums',
  severity: 'error',
  title: '表三各行总计等于各列之和',
  basis: '国办公开办函〔2021〕30号 表三:总计为自然人与各类法人或其他组织之和',
  years: { from: 2019 },
  needs: [],
  example: ({ report }) => ({
    report: withCells(report, { table: 3, row: THREE.firstDisposition, column: THREE_TOTAL_COLUMN, text: '8' }),
  }),
  advice: '核对这一行的各列:各列无误的,总计应为各列之和',
  *check(report) {
    for (const { name, places, expected, actual } of brokenSums(report, 'table3-row-total'))
      yield { places: totalFirst(places), facts: { row: name, expected, actual } }
  },
  message: ({ row, expected, actual }) => `表三“${row}”一行:各列合计${expected}件,总计填为${actual}件`,
  fix: ({ row, expected }) => `核对“${row}”一行:各列无误的,总计应为${expected}`,
})
