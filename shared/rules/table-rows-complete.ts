import { TABLE_NAMES, TABLE_NUMBERS } from '../form/edition.ts'
import { TABLE_THREE_ROWS } from '../form/table-three.ts'
import { withTable } from '../rule-kit/changed-report.ts'
import { defineRule } from '../rule-kit/rule.ts'

/** Table 四 has one row of figures and no label beside it; a sheet does not tell a blank last row from none. */
const isOnlyRow = (label: string): boolean => label === '数据行'

/** Every row of the form is there, each with as many cells as the form has columns. */
export const tableRowsComplete = defineRule({
  id: 'table-rows-complete',
  family: 'the form',
  severity: 'error',
  title: '表格的行和列齐全',
  basis: '国办公开办函〔2021〕30号:表格的行、列不得增删',
  years: { from: 2019 },
  needs: [],
  example: ({ report }) => {
    const row = report.tables[3].figures[10] ?? []
    const gap = { label: TABLE_THREE_ROWS[10]?.label ?? '', places: row.map(({ place }) => place), found: null }
    return { report: withTable(report, 3, { gaps: [gap] }) }
  },
  advice: '按格式恢复表格的行和单元格:行、列不增不减,每格只填一个数',
  *check({ tables }) {
    for (const number of TABLE_NUMBERS)
      for (const { label, places, found } of tables[number].gaps)
        yield { places, facts: { table: TABLE_NAMES[number], label, cells: places.length, found: found ?? -1 } }
  },
  message: ({ table, label, cells, found }) =>
    found >= 0
      ? `${table}“${label}”一行应有${cells}个数据格,读到${found}个有内容的格,无法对应`
      : isOnlyRow(label)
        ? `${table}表头下面没有数据的一行,或者整行没有填写`
        : `${table}缺少“${label}”一行`,
  fix: ({ table, label, cells, found }) =>
    found >= 0
      ? `按格式恢复${table}“${label}”一行的单元格,每格只填一个数`
      : isOnlyRow(label)
        ? `在${table}表头下面的一行逐格填写${cells}个数,没有发生的填0`
        : `按格式在${table}补上“${label}”一行`,
})
