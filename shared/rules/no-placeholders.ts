import { withParagraphs } from '../rule-kit/changed-report.ts'
import { passagesIn } from '../rule-kit/passages.ts'
import { defineRule } from '../rule-kit/rule.ts'
import { placeholdersIn } from '../text/placeholders.ts'

/** Nothing is left to be filled in. */
export const noPlaceholders = defineRule({
  id: 'no-placeholders',
  family: 'content',
  severity: 'error',
  severityNote: '标题中,应写数字、日期、单位之处,以及模板提示语必须改正;其他请核对',
  title: '没有未填写的占位符',
  basis: '国办公开办函〔2021〕30号:年度报告内容应当完整、准确',
  years: { from: 2019 },
  needs: [],
  example: ({ report }) => ({ report: withParagraphs(report, 1, '全年共组织培训××次。') }),
  advice: '填上实际的名称、数字或日期,删去模板的提示语',
  *check(report) {
    const { title } = report
    for (const passage of [...(title === null ? [] : [title]), ...passagesIn(report)]) {
      const found = placeholdersIn(passage.text)
      if (found.length === 0) continue
      const severe = passage === title || found.some(({ forFact }) => forFact)
      yield {
        places: [passage.place],
        facts: { printed: found.map(({ printed }) => printed).join('、') },
        severity: severe ? 'error' : 'warning',
      }
    }
  },
  message: ({ printed }) => `有未填写的内容“${printed}”`,
})
