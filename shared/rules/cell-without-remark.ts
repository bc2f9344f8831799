import { formCell } from '../form/cells.ts'
import { TABLE_NUMBERS } from '../form/edition.ts'
import { TWO } from '../form/table-two.ts'
import { withCells } from '../rule-kit/changed-report.ts'
import { defineRule } from '../rule-kit/rule.ts'

/** A cell holds its figure and nothing beside it: no unit, no remark. */
export const cellWithoutRemark = defineRule({
  id: 'cell-without-remark',
  severity: 'warning',
  title: '数据格内只填数字',
  basis: '国办公开办函〔2021〕30号:表格只填数据,需要说明的写入正文',
  years: { from: 2019 },
  needs: [],
  example: ({ report }) => ({ report: withCells(report, { table: 2, row: 0, column: TWO.documentsInForce, text: '4(其中修订1件)' }) }),
  advice: '数据格只填数字,需要说明的写入正文',
  *check({ tables }) {
    // of another unit fee-unit speaks
    for (const { figures, form } of TABLE_NUMBERS.map((number) => tables[number]))
      for (const { value, text, remark, unit, place } of figures.flat())
        if (value !== null && unit === undefined && text !== null && remark !== null && place.cell !== undefined)
          yield { places: [place], facts: { cell: formCell(form, place.cell).name, printed: text, actual: value } }
  },
  message: ({ cell, printed, actual }) => `${cell}填的是“${printed}”,按${actual}读取;数字旁不应有别的文字`,
  fix: ({ actual }) => `这一格只填“${actual}”,需要说明的写入正文`,
})
