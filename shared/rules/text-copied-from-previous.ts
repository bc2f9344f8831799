import { CHINESE_ORDINALS } from '../form/sections.ts'
import { sectionOf } from '../report/report.ts'
import { copiedFrom } from '../text/copied-passages.ts'
import { lastYearsReport } from './last-years-report.ts'
import { defineRule } from './rule.ts'

/**
 * Reports of one agency share the names of laws, offices and aspects, which make up a tenth to a third of a text that was
 * written anew; above this most of it was not.
 */
const MOST = 0.6
const TOO_SHORT_TO_JUDGE = 100
const [SHOWN, LONGEST_SHOWN] = [3, 60]

const shown = (printed: string): string => {
  const passage = printed.replace(/\s+/g, '')
  return passage.length > LONGEST_SHOWN ? `${passage.slice(0, LONGEST_SHOWN)}…` : passage
}

/** Sections 一 and 五 are not, for the most part, last year's text. */
export const textCopiedFromPrevious = defineRule({
  id: 'text-copied-from-previous',
  severity: 'warning',
  title: '文字部分不照搬上年报告',
  basis: '国办公开办函〔2021〕30号:年度报告内容不得雷同、敷衍',
  years: { from: 2019 },
  needs: ['previous-report'],
  example: '第五部分的问题与改进措施只改了年份,其余与上年报告逐字相同',
  *check(report, context) {
    const last = lastYearsReport(report, context)
    for (const number of [1, 5] as const) {
      const section = sectionOf(report, number)
      const source = last?.sections.find((each) => each.number === number)
      if (section === undefined || source === undefined) continue
      const { letters, share, passages } = copiedFrom(source.paragraphs.join('\n'))(section.paragraphs.map(({ text }) => text).join('\n'))
      if (letters < TOO_SHORT_TO_JUDGE || share <= MOST) continue
      const quoted = passages.slice(0, SHOWN).map((passage) => `“${shown(passage)}”`)
      yield {
        places: [section.place],
        facts: { section: CHINESE_ORDINALS[number - 1] ?? '', percent: Math.floor(share * 100), passages: quoted.join('、') },
      }
    }
  },
  message: ({ section, percent, passages }) =>
    `第${section}部分有${percent}%的文字与上年报告逐字相同${passages === '' ? '' : `,如${passages}`}`,
  fix: ({ section }) => `按本年度的实际情况重写第${section}部分,写明本年的工作、数据、问题和措施`,
})
