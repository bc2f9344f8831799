import { inForceCoversIssued } from '../../shared/rules/in-force-covers-issued.ts'
import { cellPlace, soundReport, withTable } from '../reports/sound-report.ts'
import { testRule } from './test-rule.ts'

const documents = (issued: string, inForce: string) =>
  soundReport({ cells: [3, 5].map((column) => ({ table: 2, row: 0, column, text: column === 3 ? issued : inForce }) as const) })

testRule(inForceCoversIssued, {
  agreed: ['warning', 2021],
  accepts: {
    'a sound report': soundReport(),
    'all that is in force was issued this year': documents('5', '5'),
    'a blank': documents('5', ''),
    'a blank beside less than nothing': documents('', '-1'),
    'a picture': withTable(2, { state: 'picture', figures: [] }),
    'the trial form, which counts otherwise': withTable(2, { form: '2019', figures: documents('5', '4').tables[2].figures }),
  },
  rejects: {
    'rules (规章) issued and not in force': {
      report: soundReport({ cells: [{ table: 2, row: 0, column: 0, text: '1' }] }),
      findings: [
        { places: [2, 0].map((column) => cellPlace({ table: 2, row: 0, column })), facts: { name: '规章', expected: 1, actual: 0 } },
      ],
      says: ['表二“规章”:本年制发1件,现行有效只有0件'],
    },
    'one fewer in force': {
      report: documents('5', '4'),
      findings: [
        {
          places: [5, 3].map((column) => cellPlace({ table: 2, row: 0, column })),
          facts: { name: '行政规范性文件', expected: 5, actual: 4 },
        },
      ],
      says: ['表二“行政规范性文件”:本年制发5件,现行有效只有4件'],
    },
  },
})
