import { recordOf } from '../../shared/report/record.ts'
import { spikeAgainstPrevious } from '../../shared/rules/spike-against-previous.ts'
import { type CellChange, cellPlace, soundReport } from '../reports/sound-report.ts'
import { testRule } from './test-rule.ts'

const LICENSING = { table: 2, row: 0, column: 6 } as const
const OTHER = { table: 3, row: 22, column: 6 } as const
const printed = (cell: Omit<CellChange, 'text'>, value: number, year = 2024) =>
  soundReport({ year, cells: [{ ...cell, text: String(value) }] })
const licensing = (last: number, now: number, year = 2023) => ({
  report: printed(LICENSING, now),
  context: { previousReport: recordOf(printed(LICENSING, last, year)) },
})
const trialLastYear = soundReport({ year: 2023, cells: [{ ...OTHER, row: 20, text: null }] })

testRule(spikeAgainstPrevious, {
  accepts: {
    'five times, and no more': licensing(20, 100),
    'a fifth, and no less': licensing(100, 20),
    'a leap of small figures': licensing(1, 19),
    'a report that is not last year’s': licensing(1, 500, 2022),
    'the row 3.其他 where last year had a single row (六)': {
      report: printed(OTHER, 40),
      context: { previousReport: recordOf(trialLastYear) },
    },
  },
  rejects: {
    'one over five times': {
      ...licensing(20, 101),
      findings: [{ places: [cellPlace(LICENSING)], facts: { cell: '表二 “行政许可” 本年处理决定数量', previous: 20, actual: 101 } }],
      says: ['表二 “行政许可” 本年处理决定数量:上年为20,本年为101,超过上年的五倍'],
    },
    'none where there were twenty': {
      ...licensing(20, 0),
      findings: [{ places: [cellPlace(LICENSING)], facts: { cell: '表二 “行政许可” 本年处理决定数量', previous: 20, actual: 0 } }],
      says: ['表二 “行政许可” 本年处理决定数量:上年为20,本年为0,不到上年的五分之一'],
    },
    'the total of a group of table 四': {
      report: printed({ table: 4, row: 0, column: 9 }, 20),
      context: { previousReport: recordOf(soundReport({ year: 2023 })) },
      findings: [
        {
          places: [cellPlace({ table: 4, row: 0, column: 9 })],
          facts: { cell: '表四 未经复议直接起诉 总计', previous: 0, actual: 20 },
        },
      ],
      says: ['表四 未经复议直接起诉 总计:上年为0,本年为20,超过上年的五倍'],
    },
  },
})
