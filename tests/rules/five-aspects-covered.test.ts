import { fiveAspectsCovered } from '../../shared/rules/five-aspects-covered.ts'
import { section, sectionPlace, soundReport } from '../reports/sound-report.ts'
import { testRule } from './test-rule.ts'

const saying = (...texts: string[]) => soundReport({ sections: [section(1, texts)] })
const rejected = (missing: string) => ({
  findings: [{ places: [sectionPlace(1)], facts: { missing } }],
  says: [`第一部分没有写到${missing}`],
})

/** Too long for a heading, and silent on every aspect. */
const LONG = '全年印发文稿若干篇,数量比上年多,群众反映较好,大家都表示满意。'
/** Four aspects, each behind a number of its own manner; the fifth is a word of the text. */
const numbered = (numbers: readonly string[]) =>
  saying(
    ...['主动公开', '依申请公开', '信息审核', '平台建设'].map((name, index) => `${numbers[index]}${name},${LONG}`),
    `${LONG}${LONG}并强化监督。`,
  )
const fifth = (text: string) =>
  saying(...['主动公开', '依申请公开', '信息管理', '平台建设'].map((name, index) => `(${'一二三四'[index]})${name}。${LONG}`), text)
/** Four aspects in words, and one more. */
const inWords = (text: string) => saying(text, '受理申请2件,更新网站,组织培训2次。')

testRule(fiveAspectsCovered, {
  agreed: ['warning', 2019],
  accepts: {
    'five headings': soundReport(),
    'headings in other words': saying('1.主动公开情况', '网站发布。', '2.申请办理', '3.信息规范管理', '4、平台建设', '5、监督考核'),
    'one sentence that names all five': saying('主动公开、依申请公开、政府信息管理、政府信息公开平台建设、监督保障均按要求开展。'),
    'the same with the title of its own as short as can be': saying('主动公开、申请、管理、平台、监督均已落实。'),
    'the names alone': saying('主动公开', '依申请公开', '政府信息管理', '政府信息公开平台建设', '监督保障'),
    'one heading for two': saying('(一)主动公开', '(二)依申请公开', '(三)信息管理和平台建设', '(四)监督保障'),
    'running text without headings': saying('全年主动公开信息9条,受理申请2件。信息逐条审核后在网站发布,组织培训2次。'),
    'headings of another order of things, with the aspects in the text': saying(
      '(一)组织领导。专人审核信息。',
      '(二)制度建设。主动公开信息,办理申请,更新网站,接受监督。',
    ),
    'no section 一, which is for another rule': soundReport({ sections: [] }),
    'two headings, and the rest in the text': saying(`(一)主动公开。${LONG}`, `(二)依申请公开。${LONG}逐条审核,更新网站,组织培训。`),
    'a heading of 24 letters without a number': fifth('监督保障工作情况'.padEnd(24, '好')),
    'a heading of 24 letters behind a number': fifth(`(五)${'监督保障工作情况'.padEnd(24, '好')}。${LONG}`),
    'a heading led in by its name': fifth(`监督保障。${LONG}`),
    'a word with others between': inWords('公开各类政府信息9条,信息规范管理。'),
    'the other word with others between': inWords('发布各类政府信息9条,信息规范管理。'),
  },
  rejects: {
    'four headings of five, though the word stands in the text': {
      report: saying('(一)主动公开', '(二)依申请公开', '(三)政府信息管理', '(四)平台建设。强化监督保障。'),
      ...rejected('监督保障'),
    },
    ...Object.fromEntries(
      [
        ['(一)', '(二)', '(三)', '(四)'],
        ['1.', '2、', '3:', '4.'],
        ['11.', '12.', '13.', '14.'],
        ['①', '②', '③', '④'],
        ['一是', '二是', '三是', '四是'],
        ['第一,', '第二,', '第三,', '第四,'],
        ['其一,', '其二,', '其三,', '其四,'],
        ['( 一 ) ', '(二) ', ' (三)', '(四)'],
      ].map((numbers) => [
        `four headings behind ${numbers[0]}, though the fifth word stands in the text`,
        { report: numbered(numbers), ...rejected('监督保障') },
      ]),
    ),
    'a heading of 25 letters, which is none': { report: fifth('监督保障工作情况'.padEnd(25, '好')), ...rejected('监督保障') },
    'a heading of 25 letters behind a number': {
      report: fifth(`(五)${'监督保障工作情况'.padEnd(25, '好')}。${LONG}`),
      ...rejected('监督保障'),
    },
    'a long sentence with numbers in its middle': {
      report: fifth('监督保障工作方面全年有所进展有了新的变化,一是按月调度,二是按季通报。'),
      ...rejected('监督保障'),
    },
    'words that only meet over the end of a paragraph': {
      report: saying('继续做好公开', '信息逐条审核,受理申请2件,更新网站,组织培训2次。'),
      ...rejected('主动公开'),
    },
    'one aspect alone': {
      report: saying('全年主动公开信息9条。'),
      ...rejected('依申请公开、政府信息管理、政府信息公开平台建设、监督保障'),
    },
    nothing: { report: saying(), ...rejected('主动公开、依申请公开、政府信息管理、政府信息公开平台建设、监督保障') },
  },
})
