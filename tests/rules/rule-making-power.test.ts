import { describe, expect, it } from 'vitest'
import { checkReport } from '../../shared/assessment/check-report.ts'
import { ruleMakingPower } from '../../shared/rules/rule-making-power.ts'
import { cellPlace, section, soundReport } from '../reports/sound-report.ts'
import { testRule } from './test-rule.ts'

const having = (agency: string | null, inForce = '3') => soundReport({ agency, cells: [{ table: 2, row: 0, column: 2, text: inForce }] })
const rejected = {
  findings: [{ places: [cellPlace({ table: 2, row: 0, column: 2 })], facts: { expected: 0, actual: 3 } }],
  says: ['表二“规章”填了3件,本单位没有制定规章的权限'],
}

testRule(ruleMakingPower, {
  agreed: ['warning', 2019, 'agency-kind'],
  accepts: {
    'a county’s department without rules': having('示例县教育局', '0'),
    'a city, which may have districts': having('示例市人民政府'),
    'a ministry': having('国家示例局'),
    'an autonomous region': having('示例自治区人民政府'),
    'a city known to have districts': { report: having('示例市人民政府'), context: { agencyKind: 'city-with-districts' } },
    ...Object.fromEntries(
      (['ministry', 'province', 'autonomous-prefecture'] as const).map((agencyKind) => [
        `a ${agencyKind}, as registered`,
        { report: having('示例中心'), context: { agencyKind } },
      ]),
    ),
    'an agency of no name': having(null),
    'an office that reports for its city, as registered': { report: having('示例市人民政府办公室'), context: { agencyKind: 'department' } },
    'a department whose text speaks for the whole city': {
      ...having('示例市示例局'),
      sections: [section(1, ['2024年,全市各级行政机关主动公开信息120条。'])],
    },
    ...Object.fromEntries(
      ['全市办结申请12件。', '全市现行有效规章3件。', '全市依申请公开工作平稳。', '2024年,我市主动公开信息120条。'].map((words) => [
        `a department that says ${words}`,
        { ...having('示例市政务服务和数据局'), sections: [section(1, [words])] },
      ]),
    ),
  },
  rejects: {
    'a county’s department whose text speaks of the city': {
      report: { ...having('示例市示例县示例局'), sections: [section(1, ['全市各级行政机关主动公开信息120条。'])] },
      ...rejected,
    },
    'a city’s department that names a meeting of the city': {
      report: { ...having('示例市示例局'), sections: [section(1, ['在全市政务服务大会上介绍经验,我市示例站点3处。'])] },
      ...rejected,
    },
    'a city’s department that names a campaign of the city': {
      report: { ...having('示例市示例局'), sections: [section(1, ['参加全市培训3次。'])] },
      ...rejected,
    },
    'a county’s department': { report: having('示例县教育局'), ...rejected },
    'a district’s department': { report: having('示例区示例局'), ...rejected },
    'a county': { report: having('示例县人民政府'), ...rejected },
    'a township': { report: having('示例县示例镇人民政府'), ...rejected },
    'a subdistrict': { report: having('示例街道办事处'), ...rejected },
    'a county-level city, as registered': { report: having('示例市人民政府'), context: { agencyKind: 'county' }, ...rejected },
    'a name known by the submission alone': {
      report: having(null),
      context: { submission: { agencyNames: ['示例县教育局'], year: 2024 } },
      ...rejected,
    },
    'rules issued and in force': {
      report: soundReport({ agency: '示例县教育局', cells: [0, 2].map((column) => ({ table: 2, row: 0, column, text: '1' }) as const) }),
      findings: [{ places: [2, 0].map((column) => cellPlace({ table: 2, row: 0, column })), facts: { expected: 0, actual: 1 } }],
      says: ['表二“规章”填了1件,本单位没有制定规章的权限'],
    },
  },
})

describe('what a rule needs', () => {
  it('is at hand where the name tells the kind, and only there', () => {
    const rules = (agency: string) => checkReport(having(agency), {}).map(({ rule }) => rule)
    expect(rules('示例县教育局')).toContain('rule-making-power')
    expect(rules('示例市人民政府')).not.toContain('rule-making-power')
  })
})
