import { SECTIONS, sectionHeading } from '../form/sections.ts'
import { lettersOnly } from '../report/normalise.ts'
import { defineRule } from '../rule-kit/rule.ts'

/** Section titles are those of the form, word for word. */
export const sectionTitlesOfficial = defineRule({
  id: 'section-titles-official',
  family: 'the form',
  severity: 'warning',
  title: '各部分标题与格式一致',
  basis: '国办公开办函〔2021〕30号:格式规定各部分标题',
  years: { from: 2019 },
  needs: [],
  example: ({ report }) => ({
    report: { ...report, sections: report.sections.map((each) => (each.number === 1 ? { ...each, title: '概述' } : each)) },
  }),
  advice: '六个部分的标题按格式逐字填写',
  *check({ sections }) {
    for (const { number, title, place } of sections)
      if (lettersOnly(title) !== lettersOnly(SECTIONS[number - 1]?.title ?? ''))
        yield { places: [place], facts: { printed: title, heading: sectionHeading(number) } }
  },
  message: ({ printed, heading }) => `标题“${printed}”与规定的“${heading}”不一致`,
  fix: ({ heading }) => `把标题改为“${heading}”`,
})
