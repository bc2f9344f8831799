import { fiveAspectsCovered } from '../../shared/rules/five-aspects-covered.ts'
import { section, sectionPlace, soundReport } from '../reports/sound-report.ts'
import { testRule } from './test-rule.ts'

const saying = (...texts: string[]) => soundReport({ sections: [section(1, texts)] })
const rejected = (missing: string) => ({
  findings: [{ places: [sectionPlace(1)], facts: { missing } }],
  says: [`第一部分没有写到${missing}`],
})

testRule(fiveAspectsCovered, {
  accepts: {
    'five headings': soundReport(),
    'headings in other words': saying('1.主动公开情况', '网站发布。', '2.申请办理', '3.信息规范管理', '4、平台建设', '5、监督考核'),
    'one heading for two': saying('(一)主动公开', '(二)依申请公开', '(三)信息管理和平台建设', '(四)监督保障'),
    'running text without headings': saying('全年主动公开信息9条,受理申请2件。信息逐条审核后在网站发布,组织培训2次。'),
    'headings of another order of things, with the aspects in the text': saying(
      '(一)组织领导。专人审核信息。',
      '(二)制度建设。主动公开信息,办理申请,更新网站,接受监督。',
    ),
    'no section 一, which is for another rule': soundReport({ sections: [] }),
  },
  rejects: {
    'four headings of five, though the word stands in the text': {
      report: saying('(一)主动公开', '(二)依申请公开', '(三)政府信息管理', '(四)平台建设。强化监督保障。'),
      ...rejected('监督保障'),
    },
    'one aspect alone': {
      report: saying('全年主动公开信息9条。'),
      ...rejected('依申请公开、政府信息管理、政府信息公开平台建设、监督保障'),
    },
    nothing: { report: saying(), ...rejected('主动公开、依申请公开、政府信息管理、政府信息公开平台建设、监督保障') },
  },
})
