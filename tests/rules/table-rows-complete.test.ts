import { tableRowsComplete } from '../../shared/rules/table-rows-complete.ts'
import { cellPlace, soundReport, withTable } from '../reports/sound-report.ts'
import { testRule } from './test-rule.ts'

const label = '7.属于行政执法案卷'
const places = [0, 1, 2, 3, 4, 5, 6].map((column) => cellPlace({ table: 3, row: 10, column }))
const four = Array.from({ length: 15 }, (_, column) => cellPlace({ table: 4, row: 0, column }))

testRule(tableRowsComplete, {
  agreed: ['error', 2019],
  accepts: { 'a sound report': soundReport() },
  rejects: {
    'a row left out': {
      report: withTable(3, { gaps: [{ label, places, found: null }] }),
      findings: [{ places, facts: { table: '表三', label, cells: 7, found: -1 } }],
      says: ['表三缺少“7.属于行政执法案卷”一行'],
      mends: ['按格式在表三补上“7.属于行政执法案卷”一行'],
    },
    'the only row of table 四': {
      report: withTable(4, { gaps: [{ label: '数据行', places: four, found: null }] }),
      findings: [{ places: four, facts: { table: '表四', label: '数据行', cells: 15, found: -1 } }],
      says: ['表四表头下面没有数据的一行,或者整行没有填写'],
      mends: ['在表四表头下面的一行逐格填写15个数,没有发生的填0'],
    },
    'a row of no figure': {
      report: withTable(3, { gaps: [{ label, places, found: 0 }] }),
      findings: [{ places, facts: { table: '表三', label, cells: 7, found: 0 } }],
      says: ['表三“7.属于行政执法案卷”一行应有7个数据格,读到0个有内容的格,无法对应'],
      mends: ['按格式恢复表三“7.属于行政执法案卷”一行的单元格,每格只填一个数'],
    },
    'a row of six figures': {
      report: withTable(3, { gaps: [{ label, places, found: 6 }] }),
      findings: [{ places, facts: { table: '表三', label, cells: 7, found: 6 } }],
      says: ['表三“7.属于行政执法案卷”一行应有7个数据格,读到6个有内容的格,无法对应'],
    },
  },
})
