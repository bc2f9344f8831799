import { formEdition } from '../../shared/rules/form-edition.ts'
import { soundReport, withTable } from '../reports/sound-report.ts'
import { testRule } from './test-rule.ts'

const trial = withTable(3, { form: '2019' })

testRule(formEdition, {
  agreed: ['error', 2021],
  accepts: {
    'the form of 2021': soundReport(),
    'the trial form in its own year': { ...trial, year: 2020 },
    'a missing table, which is for another rule': withTable(2, { state: 'missing', form: '2019', figures: [] }),
    'a report of no known year': { ...trial, year: null },
  },
  rejects: {
    'the single row (六) in 2024': {
      report: trial,
      findings: [{ places: [{ part: '表三', section: 3 }], facts: { table: '表三', part: '“(六)其他处理”只有一行' } }],
      says: ['表三“(六)其他处理”只有一行,用的是2019年试行格式'],
      mends: ['表三请改用国办公开办函〔2021〕30号规定的格式重新填写'],
    },
    'the old table 二, where only the submission tells the year': {
      report: { ...withTable(2, { form: '2019' }), year: null },
      context: { submission: { agencyNames: [], year: 2021 } },
      findings: [{ places: [{ part: '表二', section: 2 }], facts: { table: '表二', part: '栏目' } }],
      says: ['表二的栏目,用的是2019年试行格式'],
    },
  },
})
