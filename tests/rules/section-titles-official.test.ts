import { sectionTitlesOfficial } from '../../shared/rules/section-titles-official.ts'
import { section, sectionPlace, soundReport } from '../reports/sound-report.ts'
import { testRule } from './test-rule.ts'

testRule(sectionTitlesOfficial, {
  agreed: ['warning', 2019],
  accepts: {
    'the titles of the form': soundReport(),
    'another comma': soundReport({ sections: [section(4, [], '政府信息公开行政复议,行政诉讼情况')] }),
  },
  rejects: {
    概述: {
      report: soundReport({ sections: [section(1, ['。'], '概述')] }),
      findings: [{ places: [sectionPlace(1)], facts: { printed: '概述', heading: '一、总体情况' } }],
      says: ['标题“概述”与规定的“一、总体情况”不一致'],
    },
  },
})
