import { recordOf } from '../../shared/report/record.ts'
import { inForceRollsForward } from '../../shared/rules/in-force-rolls-forward.ts'
import { cellPlace, soundReport, withTable } from '../reports/sound-report.ts'
import { testRule } from './test-rule.ts'

/** In force at the end of 2023; in 2024 one was issued, none repealed, and four are in force. */
const inForce = (text: string, year = 2023) => ({
  previousReport: recordOf(soundReport({ year, cells: [{ table: 2, row: 0, column: 5, text }] })),
})

testRule(inForceRollsForward, {
  accepts: {
    'a stock that grew by what was issued': { report: soundReport(), context: inForce('3') },
    'a report that is not last year’s': { report: soundReport(), context: inForce('9', 2022) },
    'a blank in last year’s report': { report: soundReport(), context: inForce('-') },
    'a trial form last year': {
      report: soundReport(),
      context: { previousReport: recordOf({ ...withTable(2, { form: '2019' }), year: 2023 }) },
    },
  },
  rejects: {
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
