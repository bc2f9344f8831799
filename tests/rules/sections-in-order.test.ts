import type { SectionNumber } from '../../shared/form/sections.ts'
import { sectionsInOrder } from '../../shared/rules/sections-in-order.ts'
import { section, sectionPlace, soundReport } from '../reports/sound-report.ts'
import { testRule } from './test-rule.ts'

const inOrder = (...numbers: SectionNumber[]) => soundReport({ sections: numbers.map((number) => section(number)) })

testRule(sectionsInOrder, {
  agreed: ['error', 2019],
  accepts: {
    'the order of the form': soundReport(),
    'a missing section, which is for another rule': inOrder(1, 2, 5, 6),
    'no section at all': inOrder(),
  },
  rejects: {
    'the last section first': {
      report: inOrder(6, 1, 2, 3, 4, 5),
      findings: [{ places: [sectionPlace(6)], facts: { heading: '六、其他需要报告的事项', neighbour: '一、总体情况' } }],
      says: ['“六、其他需要报告的事项”的位置不对(现与“一、总体情况”相邻)'],
    },
    'a section twice, the second time out of order': {
      report: inOrder(1, 2, 2, 3, 4, 5, 6),
      findings: [{ places: [sectionPlace(2)], facts: { heading: '二、主动公开政府信息情况', neighbour: '二、主动公开政府信息情况' } }],
      says: ['“二、主动公开政府信息情况”的位置不对(现与“二、主动公开政府信息情况”相邻)'],
    },
    'the first section last': {
      report: inOrder(2, 3, 4, 5, 6, 1),
      findings: [{ places: [sectionPlace(1)], facts: { heading: '一、总体情况', neighbour: '六、其他需要报告的事项' } }],
      says: ['“一、总体情况”的位置不对(现与“六、其他需要报告的事项”相邻)'],
    },
  },
})
