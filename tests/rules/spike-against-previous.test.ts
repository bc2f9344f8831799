import type { CellRef, TableNumber } from '../../shared/form/edition.ts'
import { recordOf } from '../../shared/report/record.ts'
import type { Report } from '../../shared/report/report.ts'
import type { CellChange } from '../../shared/rule-kit/changed-report.ts'
import { spikeAgainstPrevious } from '../../shared/rules/spike-against-previous.ts'
import { cellPlace, soundReport, withTable } from '../reports/sound-report.ts'
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

const picture = (table: TableNumber) => withTable(table, { state: 'picture', figures: [] }).tables[table]
const RECEIVED = { table: 3, row: 0, column: 6 } as const
const leap = (cell: CellRef, name: string, previous: number, actual: number) => ({
  findings: [{ places: [cellPlace(cell)], facts: { cell: name, previous, actual } }],
  says: [`${name}:上年为${previous},本年为${actual},超过上年的五倍`],
})
const unread = { 2: picture(2), 3: picture(3), 4: picture(4) }
const last = (report: Report) => ({ previousReport: recordOf({ ...report, year: 2023 }) })
const inTrialForm = (report: Report): Report => ({ ...report, tables: { ...report.tables, 3: { ...report.tables[3], form: '2019' } } })
const OTHER_NAME = '表三 第23行“3.其他” 总计列'
const RECEIVED_NAME = '表三 第1行“一、本年新收政府信息公开申请数量” 总计列'

testRule(spikeAgainstPrevious, {
  agreed: ['warning', 2019, 'previous-report'],
  accepts: {
    'five times, and no more': licensing(20, 100),
    'a fifth, and no less': licensing(100, 20),
    'a leap of small figures': licensing(1, 19),
    'a report that is not last year’s': licensing(1, 500, 2022),
    'the row 3.其他 where last year had a single row (六)': {
      report: printed(OTHER, 40),
      context: { previousReport: recordOf(trialLastYear) },
    },
    'tables of last year that were not read': { report: printed(LICENSING, 500), context: last(soundReport({ tables: unread })) },
    'a table of its own in the trial form, beside last year’s of 2021': {
      report: withTable(2, { form: '2019', figures: printed(LICENSING, 500).tables[2].figures }),
      context: last(soundReport()),
    },
    'a table 三 of last year that ends too soon': {
      report: printed(RECEIVED, 500),
      context: { previousReport: { ...recordOf(soundReport({ year: 2023 })), tables: { two: null, three: [], four: null } } },
    },
    'its own table as a picture': { report: withTable(2, { state: 'picture', figures: [] }), context: last(printed(LICENSING, 500)) },
    'a blank of its own': { report: soundReport({ cells: [{ ...LICENSING, text: '' }] }), context: last(printed(LICENSING, 500)) },
    'a leap of a part whose total stands still': {
      report: soundReport({ cells: [{ table: 3, row: 23, column: 1, text: '25' }] }),
      context: last(soundReport()),
    },
  },
  rejects: {
    'the row 3.其他 where last year had three rows of (六) too': {
      report: printed(OTHER, 40),
      context: last(printed(OTHER, 4)),
      ...leap(OTHER, OTHER_NAME, 4, 40),
    },
    'the single row (六) where last year had one too': {
      report: inTrialForm(printed(OTHER, 40)),
      context: last(
        soundReport({
          cells: [
            { ...OTHER, text: '4' },
            { ...OTHER, row: 20, text: null },
          ],
        }),
      ),
      ...leap(OTHER, OTHER_NAME, 4, 40),
    },
    'a row that both forms have': {
      report: printed(RECEIVED, 101),
      context: last(
        soundReport({
          cells: [
            { ...RECEIVED, text: '20' },
            { ...OTHER, row: 20, text: null },
          ],
        }),
      ),
      ...leap(RECEIVED, RECEIVED_NAME, 20, 101),
    },
    'a total of table 四 that was some before': {
      report: printed({ table: 4, row: 0, column: 9 }, 101),
      context: last(printed({ table: 4, row: 0, column: 9 }, 20)),
      ...leap({ table: 4, row: 0, column: 9 }, '表四 未经复议直接起诉 总计', 20, 101),
    },
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
