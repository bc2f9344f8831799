import type { SectionNumber } from '../../shared/form/sections.ts'
import { yearConsistent } from '../../shared/rules/year-consistent.ts'
import { section, sectionPlace, soundReport } from '../reports/sound-report.ts'
import { testRule } from './test-rule.ts'

const place = (number: SectionNumber) => ({ ...sectionPlace(number), part: `${sectionPlace(number).part} 第1段` })
const saying = (text: string, number: SectionNumber = 1) => soundReport({ sections: [section(number, [text])] })

const [MEND_PERIOD, MEND_YEAR] = [
  '统计期限改为“2024年1月1日至2024年12月31日”',
  '核对这一句:写本年工作的,年份改为2024年;写往年的,说明与本年的关系',
]
const wrongPeriod = (text: string, printed: string, severity: 'error' | 'warning' = 'error') => ({
  report: saying(text),
  findings: [{ places: [place(1)], facts: { problem: '统计期限', printed, year: 2024 }, severity }],
  says: [`统计期限写作“${printed}”,应为2024年1月1日至12月31日`],
  mends: [MEND_PERIOD],
})
const stale = (text: string, printed: string, number: SectionNumber = 1) => ({
  report: saying(text, number),
  findings: [{ places: [place(number)], facts: { problem: '往年', printed, year: 2024 }, severity: 'warning' as const }],
  says: [`本报告是2024年度的,“${printed}”写的是往年`],
  mends: [MEND_YEAR],
})

testRule(yearConsistent, {
  agreed: ['error', 2019],
  accepts: {
    'a sound report': soundReport(),
    'the period of the year': saying('本报告所列数据的统计期限自2024年1月1日起至2024年12月31日止。'),
    'the accounts of last year': saying('公开2023年度本级及二级机构部门决算。'),
    'last year’s accounts, published by us': saying('一是2023年度部门决算公开。'),
    'a document of last year': saying('按照〔2023〕12号文件和《2023年政务公开工作要点》开展工作。'),
    'a comparison': saying('2023年我局发布信息30条,2024年我局发布信息41条。'),
    'a comparison without this year’s name': saying('较2023年增长20%,与2023年相比更加及时。'),
    'since a year': saying('2023年以来,我局持续更新目录。'),
    'long ago': saying('2015年,我局开通公众号。'),
    'a plan': saying('下一步,2025年我局将继续细化目录。', 5),
    'last year’s work in a section that is not asked': saying('2023年,我局收取信息处理费100元。', 6),
    'other figures over the years': saying('自2022年1月1日至2024年12月31日,累计统计数据300条。'),
    'no year known': soundReport({ year: null, sections: [section(1, ['统计期限为2023年1月1日至12月31日。'])] }),
  },
  rejects: {
    'last year’s period': wrongPeriod('统计期限自2023年1月1日至2023年12月31日。', '2023年1月1日至2023年12月31日'),
    'last year’s period, its year named once': wrongPeriod('所列数据统计期限为2023年1月1日-12月31日。', '2023年1月1日-12月31日'),
    'a period whose years differ': wrongPeriod('统计期限自2024年1月1日起至2023年12月31日止。', '2024年1月1日起至2023年12月31日'),
    'a period in Chinese figures': wrongPeriod('统计期限为二〇二三年度。', '2023年'),
    'a period of two years': wrongPeriod('统计期限自2023年1月1日至2024年12月31日。', '2023年1月1日至2024年12月31日'),
    'last year’s period, once, in a sentence that begins with last year too': wrongPeriod(
      '2023年,我局统计期限为2023年1月1日至12月31日。',
      '2023年1月1日至12月31日',
    ),
    'a period that begins a month late': wrongPeriod('统计期限为2024年2月1日至2024年12月31日。', '2024年2月1日至2024年12月31日', 'warning'),
    'a period that ends a day early': wrongPeriod('统计期限为2024年1月1日至2024年12月30日。', '2024年1月1日至2024年12月30日', 'warning'),
    'last year’s work': stale('2023年,我局主动公开信息41条。', '2023年,我局主动公开信息41条'),
    'last year’s work, cut for the message': stale(
      `2023年,我局主动公开信息41条${'内容丰富形式多样'.repeat(5)}。`,
      `2023年,我局主动公开信息41条${'内容丰富形式多样'.repeat(5)}`.slice(0, 40),
    ),
    'last year’s work without a name': stale('(一)主动公开。2023年通过网站发布信息41条。', '2023年通过网站发布信息41条'),
    'last year in what the report says of itself': stale(
      '现将我局2023年政府信息公开工作情况报告如下:',
      '现将我局2023年政府信息公开工作情况报告如下:',
    ),
    'last year in section 五': stale('2023年,本机关将继续做好整改。', '2023年,本机关将继续做好整改', 5),
    'the preface': {
      report: soundReport({
        preface: [{ text: '本报告统计期限为2023年1月1日至12月31日。', place: { part: '前言 第1段', section: null } }],
      }),
      findings: [
        {
          places: [{ part: '前言 第1段', section: null }],
          facts: { problem: '统计期限', printed: '2023年1月1日至12月31日', year: 2024 },
        },
      ],
      says: ['统计期限写作“2023年1月1日至12月31日”,应为2024年1月1日至12月31日'],
    },
    'the year of the submission, where the title does not tell': {
      ...wrongPeriod('统计期限为2023年度。', '2023年'),
      report: soundReport({ year: null, sections: [section(1, ['统计期限为2023年度。'])] }),
      context: { submission: { agencyNames: [], year: 2024 } },
    },
  },
})
