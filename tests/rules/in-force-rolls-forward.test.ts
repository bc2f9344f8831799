import { recordOf } from '../../shared/report/record.ts'
import { inForceRollsForward } from '../../shared/rules/in-force-rolls-forward.ts'
import { cellPlace, soundReport, withTable } from '../reports/sound-report.ts'
import { testRule } from './test-rule.ts'

/** In force at the end of 2023; in 2024 one was issued, none repealed, and four are in force. */
const inForce = (text: string, year = 2023) => ({
  previousReport: recordOf(soundReport({ year, cells: [{ table: 2, row: 0, column: 5, text }] })),
})

const repealing = soundReport({ cells: [{ table: 2, row: 0, column: 4, text: '1' }] })

testRule(inForceRollsForward, {
  agreed: ['warning', 2021, 'previous-report'],
  accepts: {
    'a stock that grew by what was issued': { report: soundReport(), context: inForce('3') },
    'a report that is not last year’s': { report: soundReport(), context: inForce('9', 2022) },
    'its own table in the trial form': { report: withTable(2, { form: '2019' }), context: inForce('2') },
    'its own table as a picture': { report: withTable(2, { state: 'picture', figures: [] }), context: inForce('2') },
    ...Object.fromEntries(
      [3, 4, 5].map((column) => [
        `a blank of its own in column ${column}`,
        { report: soundReport({ cells: [{ table: 2, row: 0, column, text: '' }] }), context: inForce('9') },
      ]),
    ),
    'a stock that lost what was repealed': { report: repealing, context: inForce('4') },
    'half a document in last year’s report': { report: soundReport(), context: inForce('2.5') },
    'a blank in last year’s report': { report: soundReport(), context: inForce('-') },
    'a trial form last year': {
      report: soundReport(),
      context: { previousReport: recordOf({ ...withTable(2, { form: '2019' }), year: 2023 }) },
    },
  },
  rejects: {
    'what was repealed and is still in force': {
      report: repealing,
      context: inForce('5'),
      findings: [
        {
          places: [5, 3, 4].map((column) => cellPlace({ table: 2, row: 0, column })),
          facts: { name: '行政规范性文件', before: 5, made: 1, ended: 1, expected: 5, actual: 4 },
        },
      ],
      says: ['表二“行政规范性文件”:上年现行有效5件,本年制发1件、废止1件,推算现行有效5件,填为4件'],
    },
    'rules (规章) lost over the year’s end': {
      report: soundReport(),
      context: {
        previousReport: recordOf(
          soundReport({
            year: 2023,
            cells: [2, 5].map((column) => ({ table: 2, row: 0, column, text: column === 2 ? '2' : '3' }) as const),
          }),
        ),
      },
      findings: [
        {
          places: [2, 0, 1].map((column) => cellPlace({ table: 2, row: 0, column })),
          facts: { name: '规章', before: 2, made: 0, ended: 0, expected: 2, actual: 0 },
        },
      ],
      says: ['表二“规章”:上年现行有效2件,本年制发0件、废止0件,推算现行有效2件,填为0件'],
    },
    'one too many': {
      report: soundReport(),
      context: inForce('2'),
      findings: [
        {
          places: [5, 3, 4].map((column) => cellPlace({ table: 2, row: 0, column })),
          facts: { name: '行政规范性文件', before: 2, made: 1, ended: 0, expected: 3, actual: 4 },
        },
      ],
      says: ['表二“行政规范性文件”:上年现行有效2件,本年制发1件、废止0件,推算现行有效3件,填为4件'],
    },
  },
})
