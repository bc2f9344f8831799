import type { Source } from '../document/document.ts'
import type { Line, TextLine } from './lines.ts'
import { compact, halfWidth } from './normalise.ts'
import { isLink, type TitleLikeness, titleLikeness, titleParts, withoutTwice } from './title-wording.ts'

export type Title = {
  readonly text: string
  readonly source: Source
  readonly agency: string | null
  readonly year: number | null
  readonly lastLine: number
}
type Found = Title & { readonly likeness: TitleLikeness }

const LONGEST_PART = 40

const isTitlePart = ({ text }: TextLine): boolean =>
  compact(text).length <= LONGEST_PART && !/[。;;::,,!!??|]/.test(halfWidth(text)) && !isLink(text)

/** The title that ends on a line, of up to three lines: one that lacks its agency or its beginning takes the lines above it. */
const titleEndingAt = (lines: readonly Line[], last: number): Found | undefined => {
  const end = lines[last]
  if (end?.kind !== 'text' || isLink(end.text)) return undefined
  let text = end.text.trim()
  let best: Found | undefined
  for (let first = last; first > last - 3; first -= 1) {
    const line = lines[first]
    if (line?.kind !== 'text' || (first < last && !isTitlePart(line))) break
    if (first < last) text = line.text.trim() + text
    const likeness = titleLikeness(text)
    if (likeness === undefined) continue
    best = { text: withoutTwice(text), source: line.source, lastLine: last, ...titleParts(text), likeness }
    if (best.agency !== null && best.year !== null) break
  }
  return best
}

const LONGEST_SEARCH = 400

/** Titles of several years one below the other are a menu. */
const isInMenu = (title: Title, titles: readonly Title[]): boolean =>
  titles.some(({ lastLine, year }) => Math.abs(lastLine - title.lastLine) === 1 && year !== title.year)

/** One that is only nearly a title counts less than the barest that is one. */
const completeness = ({ agency, year, likeness }: Found): number =>
  Number(agency !== null) + Number(year !== null) + (likeness === 'named' ? 3 : 0)

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
  const chosen = titles.reduce<Title | undefined>(
    (before, title) => (before === undefined || mentions(title) + CLEARLY_MORE > mentions(before) ? title : before),
    undefined,
  )
  // A page may name the report again, as 标题:… or by its file: the plainest of these is the title.
  const same = titles.filter(({ agency, year }) => agency === chosen?.agency && year === chosen?.year)
  return same.reduce<Title | undefined>((plain, title) => (plain && title.text.length >= plain.text.length ? plain : title), chosen)
}
