import { TABLE_NAMES, TABLE_NUMBERS } from '../form/edition.ts'
import { defineRule } from '../rule-kit/rule.ts'

/** Every row of the form is there, each with as many cells as the form has columns. */
export const tableRowsComplete = defineRule({
  id: 'table-rows-complete',
  severity: 'error',
  title: '表格的行和列齐全',
  basis: '国办公开办函〔2021〕30号:表格的行、列不得增删',
  years: { from: 2019 },
  needs: [],
  example: '表三删去了“7.属于行政执法案卷”一行',
  *check({ tables }) {
    for (const number of TABLE_NUMBERS)
      for (const { label, places, found } of tables[number].gaps)
        yield { places, facts: { table: TABLE_NAMES[number], label, cells: places.length, found: found ?? -1 } }
  },
  message: ({ table, label, cells, found }) =>
    found < 0 ? `${table}缺少“${label}”一行` : `${table}“${label}”一行应有${cells}个数据格,读到${found}个有内容的格,无法对应`,
  fix: ({ table, label, found }) =>
    found < 0 ? `按格式在${table}补上“${label}”一行` : `按格式恢复${table}“${label}”一行的单元格,每格只填一个数`,
})
