import { recordOf } from '../../shared/report/record.ts'
import { previousReportFits } from '../../shared/rules/previous-report-fits.ts'
import { soundReport } from '../reports/sound-report.ts'
import { testRule } from './test-rule.ts'

const compared = (agency: string | null, year: number | null, more = {}) => ({
  report: soundReport(),
  context: { previousReport: recordOf(soundReport({ agency, year })), ...more },
})
const places = [{ part: '标题', section: null }]
const renamed = {
  findings: [{ places, facts: { what: '单位', printed: '示例市原示例局', wanted: '示例市示例局' } }],
  says: ['上年报告的单位名称是“示例市原示例局”,本年是“示例市示例局”,已按同一单位比较'],
}

testRule(previousReportFits, {
  agreed: ['notice', 2019, 'previous-report'],
  accepts: {
    'last year’s report of the same agency': compared('示例市示例局', 2023),
    'the same name in other signs': compared('示例市 示例局', 2023),
    'a name that somebody vouches for': compared('示例市原示例局', 2023, { previousAgency: '示例市原示例局' }),
    'an alias of the registered agency': compared('示例市原示例局', 2023, {
      submission: { agencyNames: ['示例市示例局', '示例市原示例局'], year: 2024 },
    }),
    'a report whose agency cannot be told': compared(null, 2023),
  },
  rejects: {
    'another name': { ...compared('示例市原示例局', 2023), ...renamed },
    'another name than the one vouched for': { ...compared('示例市原示例局', 2023, { previousAgency: '示例市旧示例局' }), ...renamed },
    'a report whose year cannot be told': {
      ...compared('示例市示例局', null),
      findings: [{ places, facts: { what: '看不出年度', printed: '', wanted: '2023年' } }],
      says: ['对照的上年报告看不出是哪一年的,已当作2023年的比较'],
      mends: ['请确认它是本单位2023年的报告;不是的,换上后再核对'],
    },
    'a report of two years ago, which is not compared': {
      ...compared('示例市示例局', 2022),
      findings: [{ places, facts: { what: '年度', printed: '2022年', wanted: '2023年' } }],
      says: ['对照的上年报告是2022年的,不是2023年的,没有与上年比较'],
    },
    'a report of the same year, of another agency too': {
      ...compared('示例市原示例局', 2024),
      findings: [{ places, facts: { what: '年度', printed: '2024年', wanted: '2023年' } }],
      says: ['对照的上年报告是2024年的,不是2023年的,没有与上年比较'],
    },
  },
})
