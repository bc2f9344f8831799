import { recordOf } from '../report/record.ts'
import { lastYearsReport } from '../rule-kit/context.ts'
import { copiedSections } from '../rule-kit/copied-sections.ts'
import { defineRule } from '../rule-kit/rule.ts'

/** Sections 一 and 五 are not, for the most part, last year's text. */
export const textCopiedFromPrevious = defineRule({
  id: 'text-copied-from-previous',
  family: 'copied text',
  severity: 'warning',
  title: '文字部分不照搬上年报告',
  basis: '国办公开办函〔2021〕30号:年度报告内容不得雷同、敷衍',
  years: { from: 2019 },
  needs: ['previous-report'],
  example: ({ report, context }) => ({ context: { ...context, previousReport: { ...recordOf(report), year: 2023 } } }),
  advice: '按本年度的实际情况重写,写明本年的工作、数据、问题和措施',
  *check(report, context) {
    const last = lastYearsReport(report, context)
    if (last === undefined) return
    for (const { place, ...facts } of copiedSections(report)(last)) yield { places: [place], facts }
  },
  message: ({ section, percent, passages }) =>
    `第${section}部分有${percent}%的文字与上年报告逐字相同${passages === '' ? '' : `,如${passages}`}`,
  fix: ({ section }) => `按本年度的实际情况重写第${section}部分,写明本年的工作、数据、问题和措施`,
})
