import { readableTables } from '../../shared/rules/readable-tables.ts'
import { soundReport, withTable } from '../reports/sound-report.ts'
import { testRule } from './test-rule.ts'

const section = '三、收到和处理政府信息公开申请情况'
const places = [{ part: '表三', section: 3 }] as const

testRule(readableTables, {
  agreed: ['error', 2019],
  accepts: {
    'a sound report': soundReport(),
    'a missing table, which is for another rule': withTable(3, { state: 'missing', figures: [] }),
  },
  rejects: {
    'a picture': {
      report: withTable(3, { state: 'picture', figures: [] }),
      findings: [{ places, facts: { table: '表三', section, state: 'picture' } }],
      says: [`“${section}”的表三是图片,数据无法读取,没有核对`],
      mends: ['把表三改为 Word 表格,逐格填写数字后重新上传'],
    },
    'a table that cannot be read with certainty': {
      report: withTable(3, { state: 'uncertain', figures: [] }),
      findings: [{ places, facts: { table: '表三', section, state: 'uncertain' } }],
      says: [`“${section}”的表三无法确切读取(行列对不齐,或同一行出现两次而数据不同),数据没有核对`],
      mends: ['请上传 Word 原件;表三用格式规定的表格填写,只保留一份'],
    },
  },
})
