import { noPlaceholders } from '../../shared/rules/no-placeholders.ts'
import { section, sectionPlace, soundReport, TITLE_PLACE } from '../reports/sound-report.ts'
import { testRule } from './test-rule.ts'

const place = { ...sectionPlace(1), part: '第一部分“总体情况” 第1段' }
const saying = (text: string) => soundReport({ sections: [section(1, [text])] })
const rejected = (text: string, printed: string, severity: 'error' | 'warning' = 'error') => ({
  report: saying(text),
  findings: [{ places: [place], facts: { printed }, severity }],
  says: [`有未填写的内容“${printed}”`],
})

testRule(noPlaceholders, {
  agreed: ['error', 2019],
  accepts: {
    'a sound report': soundReport(),
    'no title': soundReport({ title: null }),
    'a village kept unnamed': saying('如某XX村村民反映的问题、××小区的供水。'),
    'a person kept unnamed': saying('居民王××来电咨询。'),
    'a masked number': saying('尾号138××××1234的来电已回复。'),
    'an address': saying('网址为www.example.gov.cn/a__b/xxgk。'),
    'blanks between words': saying('主动公开 信息 条例规定的 内容。'),
    'a count behind a blank': saying('主动公开信息 12 条,受理申请 3 件。'),
    'a row of blanks before other words': saying('主动公开  条例规定的信息。'),
    'a year with circles': saying('二〇〇三年印发。'),
  },
  rejects: {
    'a count that is blank': rejected('全年主动公开信息  条。', '息 条'),
    'a count that is a wide blank': rejected('全年主动公开信息\u3000\u3000条,受理申请3件。', '息 条'),
    'a count that is one blank at the end of its clause': rejected('全年受理申请 件,已办结。', '请 件'),
    'counts left out': rejected('全年共组织培训××次,参加人员XX人。', '××、XX'),
    'a date left out': rejected('于____年____月印发。', '____、____'),
    'an agency left out': rejected('由XX局负责。', 'XX'),
    'a hint of the form': rejected('(文字描述)', '(文字描述)'),
    'a hint of the form for section 六': rejected('(文字描述,收取信息处理费情况在此处报告。)', '(文字描述,收取信息处理费情况在此处报告。)'),
    'a count and something else left out': rejected('印发关于XXX的通知,全年共培训××次。', 'XXX、××'),
    'something else left out': rejected('印发关于XXX的通知。', 'XXX', 'warning'),
    'a title to be filled in': {
      report: soundReport({ title: { text: 'XX学会2024年政府信息公开工作年度报告', place: TITLE_PLACE } }),
      findings: [{ places: [TITLE_PLACE], facts: { printed: 'XX' }, severity: 'error' }],
      says: ['有未填写的内容“XX”'],
    },
  },
})
