import { THREE } from '../form/table-three.ts'
import { brokenSums } from '../rule-kit/broken-sums.ts'
import { withCells } from '../rule-kit/changed-report.ts'
import { defineRule } from '../rule-kit/rule.ts'

/** Requests received and carried in equal those handled and carried out, in every column. */
export const table3Balance = defineRule({
  id: 'table3-balance',
  family: 'sums',
  severity: 'error',
  title: '表三勾稽关系(第一项加第二项之和,等于第三项加第四项之和)',
  basis: '国办公开办函〔2021〕30号 表三表头:本列数据的勾稽关系为:第一项加第二项之和,等于第三项加第四项之和',
  years: { from: 2019 },
  needs: [],
  example: ({ report }) => ({ report: withCells(report, { table: 3, row: THREE.carriedOut, column: 0, text: '2' }) }),
  advice: '核对这一列的“本年新收”“上年结转”“(七)总计”“结转下年度继续办理”四项,改正填错的一项',
  *check(report) {
    for (const { name, places, expected, actual } of brokenSums(report, 'table3-balance'))
      yield { places, facts: { column: name, expected, actual } }
  },
  message: ({ column, expected, actual }) =>
    `表三“${column}”列:新收与上年结转合计${expected}件,办理总计与结转下年度合计${actual}件,两者应相等`,
  fix: ({ column }) => `核对“${column}”列的“本年新收”“上年结转”“(七)总计”“结转下年度继续办理”四项,改正填错的一项`,
})
