import { TABLE_NAMES, TABLE_NUMBERS } from '../form/edition.ts'
import { SECTIONS } from '../form/sections.ts'
import { withTable } from '../rule-kit/changed-report.ts'
import { defineRule } from '../rule-kit/rule.ts'

/** Tables 二, 三 and 四 are there. */
export const tablesComplete = defineRule({
  id: 'tables-complete',
  family: 'the form',
  severity: 'error',
  title: '三张表格齐全',
  basis: '国办公开办函〔2021〕30号:第二、三、四部分以表格填报',
  years: { from: 2019 },
  needs: [],
  example: ({ report }) => ({ report: withTable(report, 4, { state: 'missing', figures: [] }) }),
  advice: '按格式补上缺少的表格;没有发生的填0,不能省略表格',
  *check({ tables }) {
    for (const number of TABLE_NUMBERS)
      if (tables[number].state === 'missing')
        yield { places: [tables[number].place], facts: { name: TABLE_NAMES[number], section: SECTIONS[number - 1]?.title ?? '' } }
  },
  message: ({ name, section }) => `缺少${name}(“${section}”的表格)`,
  fix: ({ name }) => `按格式补上${name};没有发生的填0,不能省略表格`,
})
