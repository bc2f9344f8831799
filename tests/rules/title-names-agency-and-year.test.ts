import { titleNamesAgencyAndYear } from '../../shared/rules/title-names-agency-and-year.ts'
import { soundReport, TITLE_PLACE } from '../reports/sound-report.ts'
import { testRule } from './test-rule.ts'

const places = [TITLE_PLACE]
const title = (text: string) => ({ text, place: TITLE_PLACE })
const nameless = soundReport({ title: title('2024年政府信息公开工作年度报告'), agency: null })
const yearless = soundReport({ title: title('示例市示例局政府信息公开工作年度报告'), year: null })
const irregular = '示例市示例局2024年度政府信息公开工作年度报告'

testRule(titleNamesAgencyAndYear, {
  agreed: ['error', 2019],
  accepts: {
    'the official title': soundReport(),
    'no title, where agency and year are known': soundReport({ title: null }),
    'full-width figures': soundReport({ title: title('示例市示例局2024年政府信息公开工作年度报告') }),
  },
  rejects: {
    'a title without the agency': {
      report: nameless,
      findings: [{ places, facts: { problem: '标题看不出单位' } }],
      says: ['标题看不出单位'],
    },
    'a title without the agency, where the submission tells': {
      report: nameless,
      context: { submission: { agencyNames: ['示例市示例局'], year: 2024 } },
      findings: [{ places, facts: { problem: '标题看不出单位' }, severity: 'warning' }],
      says: ['标题看不出单位'],
    },
    'a title without either, where only the year is known': {
      report: soundReport({ title: title('政府信息公开工作年度报告'), agency: null, year: null }),
      context: { submission: { agencyNames: [], year: 2024 } },
      findings: [{ places, facts: { problem: '标题看不出单位和年份' } }],
      says: ['标题看不出单位和年份'],
    },
    'a title without the year': {
      report: yearless,
      findings: [{ places, facts: { problem: '标题看不出年份' } }],
      says: ['标题看不出年份'],
    },
    'a title without the year, where the submission tells': {
      report: yearless,
      context: { submission: { agencyNames: [], year: 2024 } },
      findings: [{ places, facts: { problem: '标题看不出年份' }, severity: 'warning' }],
      says: ['标题看不出年份'],
    },
    'a title without the agency, where the submission tells that alone': {
      report: nameless,
      context: { submission: { agencyNames: ['示例市示例局'], year: null } },
      findings: [{ places, facts: { problem: '标题看不出单位' }, severity: 'warning' }],
      says: ['标题看不出单位'],
    },
    'no title at all': {
      report: soundReport({ title: null, agency: null, year: null }),
      findings: [{ places, facts: { problem: '没有找到标题' } }],
      says: ['没有找到标题'],
    },
    'a doubled 年度': {
      report: soundReport({ title: title(irregular) }),
      findings: [{ places, facts: { problem: `标题写法不规范(现为“${irregular}”)` }, severity: 'notice' }],
      says: [`标题写法不规范(现为“${irregular}”)`],
    },
    'another wording': {
      report: soundReport({ title: title('示例市示例局2024年度政府信息公开年报') }),
      findings: [{ places, facts: { problem: '标题写法不规范(现为“示例市示例局2024年度政府信息公开年报”)' }, severity: 'warning' }],
      says: ['标题写法不规范(现为“示例市示例局2024年度政府信息公开年报”)'],
    },
    'a letter in the year, which looks right': {
      report: soundReport({ title: title('示例市示例局2O24年政府信息公开工作年度报告') }),
      findings: [
        {
          places,
          facts: { problem: '标题写法不规范(现为“示例市示例局2O24年政府信息公开工作年度报告”,年份中的“O”是字母)' },
          severity: 'warning',
        },
      ],
      says: ['标题写法不规范(现为“示例市示例局2O24年政府信息公开工作年度报告”,年份中的“O”是字母)'],
    },
  },
})
