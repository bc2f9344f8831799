import { distance } from 'fastest-levenshtein'
import { letteredYearsIn, withDigits } from '../text/lookalikes.ts'
import { compact, halfWidth, lettersOnly } from './normalise.ts'

/** What such a report is called: 年报 and 总结 for 年度报告, 政务公开 for 政府信息公开, and anything usual between. */
const NAME = /(?:(?:政府)?信息公开|政务公开)[^。;,!?|]{0,12}?(?:报告|年报|总结)/
/** A whole line that is the name of such a report and nothing else: no sentence, no date behind it. */
const REPORT_NAME = new RegExp(
  `^[^:,。;!?<>|]{0,50}${NAME.source}(?:报告)?(?:[(]\\s*(?:20\\d{2}|二[〇○零][一二三四五六七八九〇○零]{2})\\s*年?度?\\s*[)])?$`,
)
const YEAR = /(20\d{2}|二[〇○零0Oo][一二三四五六七八九〇○零Oo]{2})\s*年?度?/
const HAN_DIGITS = '〇一二三四五六七八九'

const yearOf = (printed: string): number =>
  Number(Array.from(withDigits(printed), (digit) => (HAN_DIGITS.includes(digit) ? HAN_DIGITS.indexOf(digit) : digit)).join(''))

/** What stands in front of a title on its own line. */
const IN_FRONT = /^(?:文章|信息|文件)?(?:标题|题目|题名)[:：]/
/** What a file's name or a stage of the draft adds behind. */
const BEHIND =
  /(?:\.(?:docx?|wps|wpt|rtf|odt|pdf|ofd|xlsx?|et|html?|mht|txt)|[(（【[〔](?:[^()（）【】[\]〔〕]{0,6}(?:公开|正式|公示|网站|电子|盖章|打印|报送|上报|定|终|修订|修改|更新|最终|送审|审定|全|简)[版稿本文]|定稿|终稿|全文|征求意见稿|送审稿|草稿|初稿|[vV]?\d{1,2}(?:\.\d)?)[)）】\]〕])$/
/** 关于报送…的报告: a letter's heading around the title. */
const LETTER = /(?<=关于)(?:报送|上报|公布|发布|印发|公开|提交|编制|填报|做好)+/
const LETTER_END = /(?<=报告|年报|总结)的(?:报告|函|通知|公告|公示|请示)$/
/** The same words twice in a row: a line copied twice. */
const TWICE = /(.{8,})\1$/

/** A title as printed, without white space; what a line copied twice has doubled stands once. */
export const withoutTwice = (title: string): string => title.replace(/\s+/g, '').replace(TWICE, '$1')

/** A title without what only the file or the page adds to it. */
const bareTitle = (line: string): string => {
  let text = withoutTwice(line)
  for (let before = ''; before !== text; ) {
    before = text
    text = text.replace(IN_FRONT, '').replace(BEHIND, '')
  }
  return text
}

/** A title's words as they are compared: half width, without quotes and the words of a letter. */
const plainWords = (title: string): string =>
  halfWidth(title)
    .replace(/[《》“”"]/g, '')
    .replace(LETTER, '')
    .replace(LETTER_END, '')

const OFFICIAL = '政府信息公开工作年度报告'
const MOST_WRONG = 3

/** How far words are from the official name, where only a letter is wrong, lost or at another place (工作告年度报); else undefined. */
const nearness = (words: string): number | undefined => {
  const without = (text: string, other: string): number => Array.from(other).reduce((rest, letter) => rest.replace(letter, ''), text).length
  const difference = distance(words, OFFICIAL)
  return difference <= MOST_WRONG && without(OFFICIAL, words) <= 1 && without(words, OFFICIAL) <= 1 ? difference : undefined
}

/** Where the nearly official name begins that a title ends in. */
const nearName = (title: string): number | undefined => {
  let best: { readonly start: number; readonly difference: number } | undefined
  for (const length of [OFFICIAL.length, OFFICIAL.length - 1, OFFICIAL.length + 1]) {
    const difference = title.length < length ? undefined : nearness(title.slice(-length))
    if (difference !== undefined && difference < (best?.difference ?? Number.POSITIVE_INFINITY))
      best = { start: title.length - length, difference }
  }
  return best?.start
}

/** Links to other reports stand in lists, behind such words. */
const LINK = /^(?:上一[篇条]|下一[篇条]|相关|附件|当前位置|您的位置|[·•>»\-[【])/

export const isLink = (text: string): boolean => LINK.test(compact(text))

/** How sure it is that a line is the title: by its words, or nearly by them. */
export type TitleLikeness = 'named' | 'nearly'
const LONGEST = 90

/** Whether a line is the title; undefined where it is none. */
export const titleLikeness = (text: string): TitleLikeness | undefined => {
  if (text.length > 2 * LONGEST || !/报|结|年|开/.test(text)) return undefined
  const line = plainWords(compact(bareTitle(text)))
  if (line.length > LONGEST) return undefined
  if (REPORT_NAME.test(line)) return 'named'
  return !/[:,。;!?<>|]/.test(line) && nearName(line) !== undefined ? 'nearly' : undefined
}

const CONNECTING = /^(?:关于|年度|的|[(])+|(?:关于|年度|的|工作|[(])+$/g

/** Words of a title around its year, without the report's name: whose it is. */
const agencyIn = (words: string): string => {
  const named = [...words.matchAll(new RegExp(NAME.source, 'g'))].at(-1)?.index ?? nearName(words)
  const start = named ?? words.search(/(?:(?:政府)?信息公开|政务公开)[^局办委]*$/)
  return (start < 0 ? words : words.slice(0, start)).replace(CONNECTING, '').replace(/^[)]+/, '')
}

/** What a title says, however its parts are ordered: the year first, 年度 doubled, 关于 in front, the year in brackets behind. */
export const titleParts = (title: string): { agency: string | null; year: number | null } => {
  const words = plainWords(bareTitle(title))
  const year = letteredYearsIn(words)[0] ?? YEAR.exec(words)?.[1]
  if (year === undefined) return { agency: agencyIn(words) || null, year: null }
  const found = words.indexOf(year)
  const before = agencyIn(words.slice(0, found))
  return { agency: before || agencyIn(words.slice(found + year.length).replace(/^年?度?/, '')) || null, year: yearOf(year) }
}

/** Whether a title has the prescribed words in the prescribed order. */
export const isOfficialTitle = (title: string, agency: string, year: number): boolean =>
  halfWidth(title) === halfWidth(`${agency}${year}年${OFFICIAL}`)

/** Whether a title differs from the prescribed one by a doubled 年度 alone: 2024年度政府信息公开工作年度报告. */
export const isYearDoubled = (title: string, agency: string, year: number): boolean =>
  lettersOnly(title) === lettersOnly(`${agency}${year}年度${OFFICIAL}`)
