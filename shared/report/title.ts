import type { Source } from '../document/document.ts'
import type { Line, TextLine } from './lines.ts'
import { compact, halfWidth } from './normalise.ts'

export type Title = {
  readonly text: string
  readonly source: Source
  readonly agency: string | null
  readonly year: number | null
  readonly lastLine: number
}

const YEAR = /(20\d{2}|二[〇○零0Oo]{1}[一二三四五六七八九〇○零]{2})\s*年?度?/
const CHINESE_DIGITS: Record<string, string> = {
  零: '0',
  〇: '0',
  '○': '0',
  O: '0',
  o: '0',
  一: '1',
  二: '2',
  三: '3',
  四: '4',
  五: '5',
  六: '6',
  七: '7',
  八: '8',
  九: '9',
}
const yearOf = (printed: string): number => Number(Array.from(printed, (digit) => CHINESE_DIGITS[digit] ?? digit).join(''))

/** A whole line that is the name of such a report and nothing else: no sentence, no date behind it. */
const REPORT_NAME =
  /^[^:：,，。;;!!??<>|]{0,50}(?:政府)?信息公开[^。;;,,!!??|]{0,12}报告(?:[((]\s*(?:20\d{2}|二[〇○零][一二三四五六七八九〇○零]{2})\s*年?度?\s*[))])?$/
/** Links to other reports stand in lists, behind such words. */
const LINK = /^(?:上一[篇条]|下一[篇条]|相关|附件|当前位置|您的位置|[·•>»\-[【])/
const LONGEST_PART = 40

const isReportName = (text: string): boolean => {
  const line = compact(text)
  return REPORT_NAME.test(line) && !LINK.test(line)
}

const halfWidthDigits = (text: string): string => text.replace(/[０-９]/g, halfWidth)

/** What a title says, however its parts are ordered: the year first, 年度 doubled, 关于 in front, the year in brackets behind. */
const parts = (title: string): { agency: string | null; year: number | null } => {
  const line = halfWidthDigits(title.replace(/\s+/g, ''))
  const year = YEAR.exec(line)
  const agency = line
    .replace(YEAR, '')
    .replace(/^关于/, '')
    .replace(/(?:关于|年度|的|工作)*(?:政府)?信息公开.*$/, '')
    .replace(/(?:关于|年度|的|[((《“"])+$/, '')
    .replace(/^[《“"]/, '')
  return { agency: agency === '' ? null : agency, year: year?.[1] === undefined ? null : yearOf(year[1]) }
}

const isTitlePart = ({ text }: TextLine): boolean =>
  compact(text).length <= LONGEST_PART && !/[。;;::,,!!??|]/.test(halfWidth(text)) && !LINK.test(compact(text))

/** The title that ends on a line, of up to three lines: one that lacks its agency or its beginning takes the lines above it. */
const titleEndingAt = (lines: readonly Line[], last: number): Title | undefined => {
  const end = lines[last]
  if (end?.kind !== 'text' || LINK.test(compact(end.text)) || !/报告|年\)|年度\)/.test(compact(end.text))) return undefined
  let text = end.text.trim()
  let best: Title | undefined
  for (let first = last; first > last - 3; first -= 1) {
    const line = lines[first]
    if (line?.kind !== 'text' || (first < last && !isTitlePart(line))) break
    if (first < last) text = line.text.trim() + text
    if (!isReportName(text)) continue
    best = { text: text.replace(/\s+/g, ''), source: line.source, lastLine: last, ...parts(text) }
    if (best.agency !== null && best.year !== null) break
  }
  return best
}

const LONGEST_SEARCH = 400

/** Titles of several years one below the other are a menu. */
const isInMenu = (title: Title, titles: readonly Title[]): boolean =>
  titles.some(({ lastLine, year }) => Math.abs(lastLine - title.lastLine) === 1 && year !== title.year)

const completeness = ({ agency, year }: Title): number => Number(agency !== null) + Number(year !== null)

/** So many more mentions of its year make a title likelier than one that stands nearer to section 一. */
const CLEARLY_MORE = 2

/**
 * The title among the lines before section 一 (of the whole file, where there is none). A page around the report may name other
 * years' reports: menus are passed over, and of what is left the nearest to section 一 is the title, unless the report's own text
 * speaks clearly more of another one's year. `body` is the text of the report from section 一 on.
 */
export const findTitle = (lines: readonly Line[], firstHeading: number | undefined, body: string): Title | undefined => {
  const end = firstHeading ?? Math.min(lines.length, LONGEST_SEARCH)
  const start = Math.max(0, end - LONGEST_SEARCH)
  const all = lines.slice(start, end).flatMap((_, index) => titleEndingAt(lines, start + index) ?? [])
  const alone = all.filter((title) => !isInMenu(title, all))
  const best = Math.max(...(alone.length > 0 ? alone : all).map(completeness))
  const titles = (alone.length > 0 ? alone : all).filter((title) => completeness(title) === best)
  const mentions = ({ year }: Title): number => (year === null ? 0 : body.split(`${year}年`).length - 1)
  return titles.reduce<Title | undefined>(
    (chosen, title) => (chosen === undefined || mentions(title) + CLEARLY_MORE > mentions(chosen) ? title : chosen),
    undefined,
  )
}
