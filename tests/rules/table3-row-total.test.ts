import { table3RowTotal } from '../../shared/rules/table3-row-total.ts'
import { cellPlace, soundReport } from '../reports/sound-report.ts'
import { testRule } from './test-rule.ts'

const at = (column: number) => cellPlace({ table: 3, row: 2, column })

testRule(table3RowTotal, {
  agreed: ['error', 2019],
  accepts: {
    'a row with half a request, which is for another rule': soundReport({ cells: [{ table: 3, row: 2, column: 3, text: '2.5' }] }),
    'a sound report': soundReport(),
    'a row with a blank cell': soundReport({ cells: [{ table: 3, row: 2, column: 3, text: '' }] }),
  },
  rejects: {
    'a total that is one too many': {
      report: soundReport({ cells: [{ table: 3, row: 2, column: 6, text: '10' }] }),
      findings: [{ places: [6, 0, 1, 2, 3, 4, 5].map(at), facts: { row: '(一)予以公开', expected: 9, actual: 10 } }],
      says: ['表三“(一)予以公开”一行:各列合计9件,总计填为10件'],
    },
  },
})
