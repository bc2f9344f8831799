import { sectionsComplete } from '../../shared/rules/sections-complete.ts'
import { section, soundReport } from '../reports/sound-report.ts'
import { testRule } from './test-rule.ts'

testRule(sectionsComplete, {
  agreed: ['error', 2019],
  accepts: {
    'six sections': soundReport(),
    'six sections in any order': soundReport({ sections: ([6, 5, 4, 3, 2, 1] as const).map((number) => section(number)) }),
  },
  rejects: {
    'no sections 四 and 六': {
      report: soundReport({ sections: ([1, 2, 3, 5] as const).map((number) => section(number)) }),
      findings: [
        {
          places: [{ part: '“四、政府信息公开行政复议、行政诉讼情况”', section: 4 }],
          facts: { heading: '四、政府信息公开行政复议、行政诉讼情况' },
        },
        { places: [{ part: '“六、其他需要报告的事项”', section: 6 }], facts: { heading: '六、其他需要报告的事项' } },
      ],
      says: ['缺少“四、政府信息公开行政复议、行政诉讼情况”部分', '缺少“六、其他需要报告的事项”部分'],
    },
  },
})
