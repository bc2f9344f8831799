import { noClassifiedMarks } from '../../shared/rules/no-classified-marks.ts'
import { section, sectionPlace, soundReport, TITLE_PLACE } from '../reports/sound-report.ts'
import { testRule } from './test-rule.ts'

const place = { ...sectionPlace(1), part: '第一部分“总体情况” 第1段' }
const saying = (text: string) => soundReport({ sections: [section(1, [text])] })
const rejected = (printed: string) => ({
  report: saying(printed),
  findings: [{ places: [place], facts: { printed } }],
  says: [`有密级或内部资料标志“${printed}”`],
})

testRule(noClassifiedMarks, {
  agreed: ['error', 2019],
  accepts: {
    'running text about secrets': saying('公开前逐件审查,凡属于国家秘密、工作秘密的不予公开。'),
    'the row of table 三': saying('1.属于国家秘密'),
    'a heading about secrets': saying('保守秘密'),
    'a paragraph that begins with the word': saying('秘密文件的管理情况如下'),
    'no title': soundReport({ title: null }),
    'internal papers spoken of': saying('清理内部资料12件。'),
  },
  rejects: {
    'a mark alone': rejected('秘密'),
    'a mark with a period': rejected('秘密。'),
    'a degree of secrecy': rejected('密级秘密'),
    'a mark with its warning behind no comma': rejected('内部资料注意保存'),
    'a mark in brackets': rejected('【内部资料】'),
    'a mark with its warning': rejected('内部资料,注意保存'),
    'a star and a period': rejected('机密★一年'),
    'a mark in front of the title': {
      report: soundReport({ title: { text: '绝密★启用前示例市示例局2024年政府信息公开工作年度报告', place: TITLE_PLACE } }),
      findings: [{ places: [TITLE_PLACE], facts: { printed: '绝密★启用前示例市示例局2024年政府信' } }],
      says: ['有密级或内部资料标志“绝密★启用前示例市示例局2024年政府信”'],
    },
  },
})
