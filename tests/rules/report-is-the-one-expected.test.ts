import { reportIsTheOneExpected } from '../../shared/rules/report-is-the-one-expected.ts'
import { soundReport, TITLE_PLACE } from '../reports/sound-report.ts'
import { testRule } from './test-rule.ts'

const places = [TITLE_PLACE]
const filedFor = (agencyNames: string[], year: number | null) => ({ submission: { agencyNames, year } })

testRule(reportIsTheOneExpected, {
  agreed: ['error', 2019, 'submission'],
  accepts: {
    'agency and year as filed': { report: soundReport(), context: filedFor(['示例市示例局'], 2024) },
    'an alias of the agency': { report: soundReport(), context: filedFor(['示例市示范局', '示例市示例局'], 2024) },
    'no wish as to agency or year': { report: soundReport(), context: filedFor([], null) },
    'no title': { report: soundReport({ title: null }), context: filedFor(['别的局'], 2023) },
    'no submission': soundReport(),
    'a title that does not tell': { report: soundReport({ agency: null, year: null }), context: filedFor(['别的局'], 2023) },
  },
  rejects: {
    'another agency’s report': {
      report: soundReport(),
      context: filedFor(['示例市教育局'], 2024),
      findings: [{ places, facts: { what: '单位', wanted: '示例市教育局', printed: '示例市示例局' } }],
      says: ['标题所写的单位是“示例市示例局”,应报送的是“示例市教育局”'],
      mends: ['请确认上传的是本单位的报告,或改正标题中的单位名称'],
    },
    'another year’s report': {
      report: soundReport(),
      context: filedFor(['示例市示例局'], 2023),
      findings: [{ places, facts: { what: '年度', wanted: '2023年', printed: '2024年' } }],
      says: ['标题所写的年度是“2024年”,应报送的是“2023年”'],
      mends: ['请确认上传的是本年度的报告,或改正标题中的年份'],
    },
  },
})
