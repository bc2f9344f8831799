import { SECTIONS, sectionHeading } from '../form/sections.ts'
import { sectionOf } from '../report/report.ts'
import { defineRule } from '../rule-kit/rule.ts'

/** The six sections of the form are there. */
export const sectionsComplete = defineRule({
  id: 'sections-complete',
  family: 'the form',
  severity: 'error',
  title: '六个部分齐全',
  basis: '《政府信息公开条例》第五十条;国办公开办函〔2021〕30号:年度报告由六个部分组成',
  years: { from: 2019 },
  needs: [],
  example: ({ report }) => ({ report: { ...report, sections: report.sections.slice(0, 5) } }),
  advice: '六个部分都按规定的标题写上;没有情况的也要写明',
  *check(report) {
    for (const { number } of SECTIONS) {
      const heading = sectionHeading(number)
      if (sectionOf(report, number) === undefined) yield { places: [{ part: `“${heading}”`, section: number }], facts: { heading } }
    }
  },
  message: ({ heading }) => `缺少“${heading}”部分`,
  fix: ({ heading }) => `补上标题“${heading}”及其内容;没有情况的也要写明`,
})
