import { CHINESE_ORDINALS } from '../form/sections.ts'
import { recordOf } from '../report/record.ts'
import { copiedSections, WRITTEN_SECTIONS } from '../rule-kit/copied-sections.ts'
import { defineRule } from '../rule-kit/rule.ts'

/** Sections 一 and 五 are not, for the most part, the text of another agency; of several the nearest is named. */
export const textCopiedFromAnother = defineRule({
  id: 'text-copied-from-another',
  family: 'copied text',
  severity: 'warning',
  title: '文字部分不照搬其他单位的报告',
  basis: '国办公开办函〔2021〕30号:年度报告内容不得雷同、敷衍',
  years: { from: 2019 },
  needs: ['other-reports'],
  example: ({ report, context }) => {
    const name = '示例市另一局'
    return { context: { ...context, otherReports: [{ name, record: { ...recordOf(report), agency: name } }] } }
  },
  advice: '按本单位的实际情况重写,写明自己的工作、数据、问题和措施;确系共同起草的,请说明',
  *check(report, { otherReports = [] }) {
    const copiedFrom = copiedSections(report)
    const copies = otherReports
      .filter(({ record }) => record.agency === null || record.agency !== report.agency)
      .flatMap(({ name, record }) => copiedFrom(record).map((copied) => ({ ...copied, other: name })))
    for (const number of WRITTEN_SECTIONS) {
      const ofSection = copies.filter(({ section }) => section === CHINESE_ORDINALS[number - 1])
      const [nearest] = ofSection.toSorted((a, b) => b.percent - a.percent)
      if (nearest === undefined) continue
      const { place, ...facts } = nearest
      yield { places: [place], facts }
    }
  },
  message: ({ section, percent, passages, other }) =>
    `第${section}部分有${percent}%的文字与“${other}”同年的报告逐字相同${passages === '' ? '' : `,如${passages}`}`,
  fix: ({ section }) => `按本单位的实际情况重写第${section}部分,写明自己的工作、数据、问题和措施;确系共同起草的,请说明`,
})
