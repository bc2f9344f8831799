import { table4Total } from '../../shared/rules/table4-total.ts'
import { cellPlace, soundReport } from '../reports/sound-report.ts'
import { testRule } from './test-rule.ts'

const at = (column: number) => cellPlace({ table: 4, row: 0, column })

testRule(table4Total, {
  agreed: ['error', 2019],
  accepts: {
    'half a case, which is for another rule': soundReport({ cells: [{ table: 4, row: 0, column: 1, text: '0.5' }] }),
    'a sound report': soundReport(),
    'a group with a dash': soundReport({ cells: [{ table: 4, row: 0, column: 10, text: '—' }] }),
  },
  rejects: {
    'the last group': {
      report: soundReport({ cells: [{ table: 4, row: 0, column: 14, text: '1' }] }),
      findings: [{ places: [14, 10, 11, 12, 13].map(at), facts: { group: '复议后起诉', expected: 0, actual: 1 } }],
      says: ['表四“复议后起诉”:四种结果合计0件,总计填为1件'],
    },
  },
})
