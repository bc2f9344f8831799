import { table3Balance } from '../../shared/rules/table3-balance.ts'
import { cellPlace, soundReport } from '../reports/sound-report.ts'
import { testRule } from './test-rule.ts'

const at = (row: number) => cellPlace({ table: 3, row, column: 0 })
const cell = (row: number, text: string | null) => ({ table: 3, row, column: 0, text }) as const

testRule(table3Balance, {
  agreed: ['error', 2019],
  accepts: {
    'a sound report': soundReport(),
    'a blank cell, which is for another rule': soundReport({ cells: [cell(24, ''), cell(0, '3')] }),
    'a table with a cell that the file lacks': soundReport({ cells: [cell(24, null)] }),
  },
  rejects: {
    'one request unaccounted for': {
      report: soundReport({ cells: [cell(24, '2')] }),
      findings: [{ places: [at(0), at(1), at(23), at(24)], facts: { column: '自然人', expected: 12, actual: 11 } }],
      says: ['表三“自然人”列:新收与上年结转合计12件,办理总计与结转下年度合计11件,两者应相等'],
    },
  },
})
