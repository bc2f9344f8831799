import { TABLE_NAMES, TABLE_NUMBERS } from '../form/edition.ts'
import { sectionHeading } from '../form/sections.ts'
import { withTable } from '../rule-kit/changed-report.ts'
import { defineRule } from '../rule-kit/rule.ts'

/** Tables are text that can be read with certainty, not pictures. */
export const readableTables = defineRule({
  id: 'readable-tables',
  family: 'can it be read',
  severity: 'error',
  title: '表格是可以读取的文字',
  basis: '国办公开办函〔2021〕30号:第二、三、四部分以表格填报;图片中的数据无法核对和再利用',
  years: { from: 2019 },
  needs: [],
  example: ({ report }) => ({ report: withTable(report, 3, { state: 'picture', figures: [] }) }),
  advice: '请上传 Word 原件;表格用格式规定的表格填写,逐格填数字,只保留一份,不用图片',
  *check({ tables }) {
    for (const number of TABLE_NUMBERS) {
      const { state, place } = tables[number]
      if (state === 'picture' || state === 'uncertain')
        yield { places: [place], facts: { table: TABLE_NAMES[number], section: sectionHeading(number), state } }
    }
  },
  cause: ({ state }) => state,
  message: ({ table, section, state }) =>
    state === 'picture'
      ? `“${section}”的${table}是图片,数据无法读取,没有核对`
      : `“${section}”的${table}无法确切读取(行列对不齐,或同一行出现两次而数据不同),数据没有核对`,
  fix: ({ table, state }) =>
    state === 'picture' ? `把${table}改为 Word 表格,逐格填写数字后重新上传` : `请上传 Word 原件;${table}用格式规定的表格填写,只保留一份`,
})
