import { tablesComplete } from '../../shared/rules/tables-complete.ts'
import { soundReport, withTable } from '../reports/sound-report.ts'
import { testRule } from './test-rule.ts'

testRule(tablesComplete, {
  agreed: ['error', 2019],
  accepts: { 'three tables': soundReport(), 'a picture, which is for another rule': withTable(2, { state: 'picture', figures: [] }) },
  rejects: {
    'no table 四': {
      report: withTable(4, { state: 'missing', figures: [] }),
      findings: [{ places: [{ part: '表四', section: 4 }], facts: { name: '表四', section: '政府信息公开行政复议、行政诉讼情况' } }],
      says: ['缺少表四(“政府信息公开行政复议、行政诉讼情况”的表格)'],
    },
  },
})
