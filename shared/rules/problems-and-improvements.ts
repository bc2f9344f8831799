import { lettersOnly } from '../report/normalise.ts'
import { sectionOf } from '../report/report.ts'
import { withParagraphs } from '../rule-kit/changed-report.ts'
import { defineRule } from '../rule-kit/rule.ts'

/** Nothing at all, or a sentence that says so and no more. */
const NOTHING =
  /^(?:(?:本|我|全)(?:年度?|机关|单位|部门|局|委|办|镇|乡|街道|县|市|区))*(?:暂?无|没有|不存在|未发现|未出现)(?:存在)?(?:的|任何|明显|主要|突出)*(?:问题|情况|内容|不足)*$|^$/
const PROBLEMS = /问题|不足|不够|不高|不强|不及时|不全|不到位|不平衡|欠缺|短板|差距|薄弱|有待|滞后|缺乏|单一|较少|偏少|较弱/
const IMPROVEMENTS = /改进|下一步|今后|将|进一步|整改|措施|加强|完善|提升|强化|优化|继续|提高|细化|健全|改为|增加/

/** Section 五 names problems and what is done about them, and is not 无. */
export const problemsAndImprovements = defineRule({
  id: 'problems-and-improvements',
  family: 'content',
  severity: 'warning',
  title: '第五部分写明问题和改进情况',
  basis: '《政府信息公开条例》第五十条:年度报告应当包括存在的主要问题及改进情况',
  years: { from: 2019 },
  needs: [],
  example: ({ report }) => ({ report: withParagraphs(report, 5, '无。') }),
  advice: '结合本年度的工作写明主要问题和改进情况,不能只写“无”',
  *check(report) {
    const section = sectionOf(report, 5)
    if (section === undefined) return // sections-complete speaks
    const text = lettersOnly(section.paragraphs.map((paragraph) => paragraph.text).join(''))
    const missing = NOTHING.test(text)
      ? '主要问题和改进情况'
      : [PROBLEMS.test(text) ? '' : '主要问题', IMPROVEMENTS.test(text) ? '' : '改进情况'].filter(Boolean).join('和')
    if (missing !== '') yield { places: [section.place], facts: { missing, printed: text.slice(0, 20) } }
  },
  message: ({ missing, printed }) =>
    `第五部分没有写明${missing}${printed === '' ? '(没有内容)' : `(现为“${printed}${printed.length < 20 ? '' : '…'}”)`}`,
  fix: ({ missing }) => `结合本年度的工作写明${missing},不能只写“无”`,
})
