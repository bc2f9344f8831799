import { THREE } from '../form/table-three.ts'
import { brokenSums, totalFirst } from '../rule-kit/broken-sums.ts'
import { withCells } from '../rule-kit/changed-report.ts'
import { defineRule } from '../rule-kit/rule.ts'

/** In every column of table 三 the row (七)总计 is the sum of the dispositions above it. */
export const table3DispositionTotal = defineRule({
  id: 'table3-disposition-total',
  family: 'sums',
  severity: 'error',
  title: '表三“(七)总计”等于各类办理结果之和',
  basis: '国办公开办函〔2021〕30号 表三:三、本年度办理结果(七)总计为(一)至(六)各项之和',
  years: { from: 2019 },
  needs: [],
  example: ({ report }) => ({ report: withCells(report, { table: 3, row: THREE.firstDisposition, column: 0, text: '8' }) }),
  advice: '核对这一列的各项办理结果:各项无误的,“(七)总计”应为(一)至(六)各项之和',
  *check(report) {
    for (const { name, places, expected, actual } of brokenSums(report, 'table3-disposition-total'))
      yield { places: totalFirst(places), facts: { column: name, expected, actual } }
  },
  message: ({ column, expected, actual }) => `表三“${column}”列:(一)至(六)各项办理结果合计${expected}件,“(七)总计”填为${actual}件`,
  fix: ({ column, expected }) => `核对“${column}”列各项办理结果:各项无误的,“(七)总计”应为${expected}`,
})
