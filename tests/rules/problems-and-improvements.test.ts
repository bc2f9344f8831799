import { problemsAndImprovements } from '../../shared/rules/problems-and-improvements.ts'
import { section, sectionPlace, soundReport } from '../reports/sound-report.ts'
import { testRule } from './test-rule.ts'

const saying = (...texts: string[]) => soundReport({ sections: [section(5, texts)] })
const rejected = (missing: string, printed: string, shown = `(现为“${printed}”)`) => ({
  findings: [{ places: [sectionPlace(5)], facts: { missing, printed } }],
  says: [`第五部分没有写明${missing}${shown}`],
})

testRule(problemsAndImprovements, {
  agreed: ['warning', 2019],
  accepts: {
    'problems and improvements': soundReport(),
    'in two paragraphs': saying('更新不及时。', '安排专人每周检查,加强培训。'),
    'problems that are none any more': saying('栏目更新不及时,已整改,现在没有问题。'),
    'problems that there must be': saying('没有问题是不可能的:栏目更新不及时,已整改。'),
    'no section 五, which is for another rule': soundReport({ sections: [] }),
  },
  rejects: {
    无: { report: saying('无。'), ...rejected('主要问题和改进情况', '无') },
    'a sentence that says no more than 无': {
      report: saying('本年度我局不存在主要问题。'),
      ...rejected('主要问题和改进情况', '本年度我局不存在主要问题'),
    },
    ...Object.fromEntries(
      ['本年无问题', '无问题', '暂无问题', '没有问题情况', '本机关未发现存在明显突出问题'].map((text) => [
        text,
        { report: saying(`${text}。`), ...rejected('主要问题和改进情况', text) },
      ]),
    ),
    'neither, in other words': { report: saying('工作平稳有序。'), ...rejected('主要问题和改进情况', '工作平稳有序') },
    'problems alone, over two paragraphs': { report: saying('部分栏目更新', '不及时。'), ...rejected('改进情况', '部分栏目更新不及时') },
    'an empty section': { report: saying(), ...rejected('主要问题和改进情况', '', '(没有内容)') },
    'problems alone': { report: saying('部分栏目更新不及时。'), ...rejected('改进情况', '部分栏目更新不及时') },
    'improvements alone, cut for the message': {
      report: saying('下一步加强学习培训,细化公开目录,提升公开质量和水平。'),
      ...rejected('主要问题', '下一步加强学习培训细化公开目录提升公开质', '(现为“下一步加强学习培训细化公开目录提升公开质…”)'),
    },
  },
})
