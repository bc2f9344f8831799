import { submittedOnTime } from '../../shared/rules/submitted-on-time.ts'
import { soundReport } from '../reports/sound-report.ts'
import { testRule } from './test-rule.ts'

const received = (receivedAt: string, agency: string | null = '示例市示例局') => ({
  report: soundReport({ agency }),
  context: { receivedAt },
})
const late = (deadline: string, days: number) => ({
  findings: [{ places: [{ part: '报告', section: null }], facts: { deadline, days } }],
  says: [`报送期限是${deadline},迟了${days}天`],
})

testRule(submittedOnTime, {
  agreed: ['notice', 2019, 'receipt-time'],
  accepts: {
    'the last moment in China, which is still afternoon by UTC': received('2025-01-31T15:59:59.999Z'),
    'a government until the end of March': received('2025-03-31T15:59:59Z', '示例县人民政府'),
    'a city, whose kind its name does not tell': received('2025-03-31T15:59:59Z', '示例市人民政府'),
    'an unknown agency until the end of March': received('2025-03-01T00:00:00Z', null),
    ...Object.fromEntries(
      (['province', 'city-with-districts', 'autonomous-prefecture', 'county'] as const).map((agencyKind) => [
        `a ${agencyKind}, as registered, until the end of March`,
        { report: soundReport(), context: { receivedAt: '2025-03-31T15:59:59Z', agencyKind } },
      ]),
    ),
    'the last moment of a day that the office set': {
      report: soundReport(),
      context: { receivedAt: '2025-02-20T15:59:59Z', deadlines: { departments: '2025-02-20', governments: '2025-03-31' } },
    },
    'a report of years ago, when another is due': received('2026-01-05T00:00:00+08:00'),
    'the same at the turn of the year in China': received('2025-12-31T16:00:00Z'),
    'no year known': { report: soundReport({ year: null }), context: { receivedAt: '2030-01-01T00:00:00Z' } },
  },
  rejects: {
    'the last moment of the year in which it was due': { ...received('2025-12-31T15:59:59Z'), ...late('2025年1月31日', 334) },
    'midnight in China, which is the day before by UTC': { ...received('2025-01-31T16:00:00Z'), ...late('2025年1月31日', 1) },
    'three days late': { ...received('2025-02-03T09:30:00+08:00'), ...late('2025年1月31日', 3) },
    'a township, which is no government of county level': {
      ...received('2025-02-01T00:00:00+08:00', '示例县示例镇人民政府'),
      ...late('2025年1月31日', 1),
    },
    'an office of a government': { ...received('2025-02-01T00:00:00+08:00', '示例市人民政府办公室'), ...late('2025年1月31日', 1) },
    'a government in April': { ...received('2025-04-01T00:00:00+08:00', '示例县人民政府'), ...late('2025年3月31日', 1) },
    'the moment after a day that the office set': {
      report: soundReport(),
      context: { receivedAt: '2025-01-20T16:00:00Z', deadlines: { departments: '2025-01-20', governments: '2025-03-31' } },
      ...late('2025年1月20日', 1),
    },
    'a department that is registered as one, in March': {
      report: soundReport({ agency: '示例中心' }),
      context: { receivedAt: '2025-03-01T00:00:00+08:00', agencyKind: 'department' },
      ...late('2025年1月31日', 29),
    },
  },
})
