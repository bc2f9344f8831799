import { halfWidth } from '../report/normalise.ts'
import { sectionOf } from '../report/report.ts'
import { withParagraphs } from '../rule-kit/changed-report.ts'
import { defineRule } from '../rule-kit/rule.ts'

const FEE = /信息处理费|收取|收费|费用/
/** None was charged, or so much was. */
const STATEMENT =
  /(?:未|没有|无|零|不|免)[^。;]{0,16}(?:收|产生|发生|费)|(?:费|收)[^。;]{0,24}(?:[\d一二三四五六七八九十百千万两〇零]余?元|[为:](?:0|零|无))/

/** Section 六 says what was charged for processing information, zero too. */
export const processingFeeStated = defineRule({
  id: 'processing-fee-stated',
  family: 'content',
  severity: 'warning',
  title: '第六部分写明信息处理费收取情况',
  basis: '国办函〔2020〕109号:行政机关收取信息处理费的情况应当在年度报告中列明',
  years: { from: 2020 },
  needs: [],
  example: ({ report }) => ({ report: withParagraphs(report, 6, '无其他需要报告的事项。') }),
  advice: '在第六部分写明收取信息处理费的金额;没有收取的,也要写明“本年度未收取信息处理费”',
  *check(report) {
    const section = sectionOf(report, 6)
    if (section === undefined) return // sections-complete speaks
    const text = section.paragraphs.map((paragraph) => halfWidth(paragraph.text).replace(/\s+/g, '')).join('\n')
    if (!FEE.test(text) || !STATEMENT.test(text)) yield { places: [section.place], facts: {} }
  },
  message: () => '第六部分没有写明本年度收取信息处理费的情况',
})
