import { recordOf } from '../../shared/report/record.ts'
import { carriedOverMatchesPrevious } from '../../shared/rules/carried-over-matches-previous.ts'
import { cellPlace, soundReport, withTable } from '../reports/sound-report.ts'
import { testRule } from './test-rule.ts'

const lastYear = (carriedOut: string, year = 2023) =>
  recordOf(
    soundReport({
      year,
      cells: [
        { table: 3, row: 24, column: 0, text: carriedOut },
        { table: 3, row: 24, column: 6, text: carriedOut },
      ],
    }),
  )

testRule(carriedOverMatchesPrevious, {
  agreed: ['error', 2019, 'previous-report'],
  accepts: {
    'the same figures': { report: soundReport(), context: { previousReport: lastYear('2') } },
    'a report that is not last year’s': { report: soundReport(), context: { previousReport: lastYear('5', 2022) } },
    'half a request in last year’s report, which nobody can carry over': {
      report: soundReport(),
      context: { previousReport: lastYear('2.5') },
    },
    'a blank in last year’s report': { report: soundReport(), context: { previousReport: lastYear('') } },
    'a table 三 of last year that was not read': {
      report: soundReport(),
      context: { previousReport: recordOf({ ...withTable(3, { state: 'picture', figures: [] }), year: 2023 }) },
    },
    'a table 三 of last year that ends too soon': {
      report: soundReport(),
      context: { previousReport: { ...lastYear('3'), tables: { ...lastYear('3').tables, three: [] } } },
    },
    'a table 三 of its own that was not read': {
      report: withTable(3, { state: 'picture', figures: [] }),
      context: { previousReport: lastYear('3') },
    },
    'a blank of its own': {
      report: soundReport({ cells: [0, 6].map((column) => ({ table: 3, row: 1, column, text: '' }) as const) }),
      context: { previousReport: lastYear('2') },
    },
  },
  rejects: {
    'one request lost over the year’s end': {
      report: soundReport(),
      context: { previousReport: lastYear('3') },
      findings: [0, 6].map((column) => ({
        places: [cellPlace({ table: 3, row: 1, column })],
        facts: { column: column === 0 ? '自然人' : '总计', expected: 3, actual: 2 },
      })),
      says: ['自然人', '总计'].map((column) => `表三“${column}”列:上年结转填为2件,上年报告的“结转下年度继续办理”是3件`),
    },
  },
})
