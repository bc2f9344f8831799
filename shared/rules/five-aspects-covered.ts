import { halfWidth } from '../report/normalise.ts'
import { sectionOf } from '../report/report.ts'
import { withParagraphs } from '../rule-kit/changed-report.ts'
import { defineRule } from '../rule-kit/rule.ts'

/** `heading` tells the aspect in a sub-heading, `words` in running text. */
const ASPECTS: readonly { readonly name: string; readonly heading: RegExp; readonly words: RegExp }[] = [
  { name: '主动公开', heading: /主动公开|主动发布/, words: /主动公开|公开[^。]{0,12}信息|发布[^。]{0,12}信息/ },
  { name: '依申请公开', heading: /申请/, words: /申请/ },
  { name: '政府信息管理', heading: /管理|审[核查]/, words: /信息[^。]{0,6}管理|审[核查]|审签|校对|台账|目录|清单/ },
  { name: '政府信息公开平台建设', heading: /平台|网站|渠道|载体/, words: /平台|网站|专栏|栏目|新媒体|公众号/ },
  { name: '监督保障', heading: /监督|保障|考核|评议/, words: /监督|保障|考核|评议|培训|检查|责任追究/ },
]

const NUMBER = /^(?:[(]?[一二三四五六七八九十\d]{1,2}[)、.,:]|[①-⑩]|[一二三四五六]是|第[一二三四五六][,、]|其[一二三四五六][,、])+/
const LONGEST_HEADING = 24

/** The words that head a paragraph: behind a number up to the first mark, or all of a short line. */
const headingOf = (text: string): string => {
  const line = halfWidth(text).replace(/\s+/g, '') // keeps ①, which is a number here
  const [head = ''] = line.replace(NUMBER, '').split(/[。,;:]/)
  const names = NUMBER.test(line) || line.length <= LONGEST_HEADING || /^.{0,14}[。:]/.test(line)
  return names && head.length <= LONGEST_HEADING ? head : ''
}

/** Section 一 speaks of all five aspects: under their headings, if it has them, else in its text. */
export const fiveAspectsCovered = defineRule({
  id: 'five-aspects-covered',
  family: 'content',
  severity: 'warning',
  title: '第一部分写到五个方面',
  basis: '国办公开办函〔2021〕30号:总体情况包括主动公开、依申请公开、政府信息管理、政府信息公开平台建设、监督保障',
  years: { from: 2019 },
  needs: [],
  example: ({ report }) => ({ report: withParagraphs(report, 1, '全年主动公开信息120条,受理公开申请10件。') }),
  advice: '在第一部分分别写明五个方面的情况;没有开展的也要写明',
  *check(report) {
    const section = sectionOf(report, 1)
    if (section === undefined) return // sections-complete speaks
    const headings = section.paragraphs.map(({ text }) => headingOf(text)).filter(Boolean)
    const text = section.paragraphs.map((paragraph) => paragraph.text).join('。')
    const headed = ASPECTS.filter(({ heading }) => headings.some((words) => heading.test(words)))
    const covered = headed.length > 2 ? headed : ASPECTS.filter(({ words }) => words.test(text))
    const missing = ASPECTS.filter((aspect) => !covered.includes(aspect)).map(({ name }) => name)
    if (missing.length > 0) yield { places: [section.place], facts: { missing: missing.join('、') } }
  },
  message: ({ missing }) => `第一部分没有写到${missing}`,
  fix: ({ missing }) => `在第一部分补写${missing}的情况;没有开展的也要写明`,
})
