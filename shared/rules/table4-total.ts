import { brokenSums, totalFirst } from '../rule-kit/broken-sums.ts'
import { withCells } from '../rule-kit/changed-report.ts'
import { defineRule } from '../rule-kit/rule.ts'

/** In every group of table 四 the total is the sum of its four results. */
export const table4Total = defineRule({
  id: 'table4-total',
  family: 'sums',
  severity: 'error',
  title: '表四各组总计等于四种结果之和',
  basis: '国办公开办函〔2021〕30号 表四:总计为结果维持、结果纠正、其他结果、尚未审结之和',
  years: { from: 2019 },
  needs: [],
  example: ({ report }) => ({ report: withCells(report, { table: 4, row: 0, column: 4, text: '3' }) }),
  advice: '核对这一组的四种结果:各项无误的,总计应为四项之和',
  *check(report) {
    for (const { name, places, expected, actual } of brokenSums(report, 'table4-total'))
      yield { places: totalFirst(places), facts: { group: name, expected, actual } }
  },
  message: ({ group, expected, actual }) => `表四“${group}”:四种结果合计${expected}件,总计填为${actual}件`,
  fix: ({ group, expected }) => `核对“${group}”的四种结果:各项无误的,总计应为${expected}`,
})
