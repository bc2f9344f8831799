import { distance } from 'fastest-levenshtein'
import { SECTIONS, type SectionNumber } from '../form/sections.ts'
import type { Line } from './lines.ts'
import { compact, halfWidth, lettersOnly } from './normalise.ts'

/** A line that opens a section: its title as printed, without the number. */
export type Heading = { readonly line: number; readonly number: SectionNumber; readonly title: string }

const NUMBERED = /^\s*(?:第\s*([一二三四五六])\s*部分\s*[、.:,]?|([一二三四五六])\s*(?:[、.:,。]|(?=\s)))\s*(.+?)\s*$/s
/** Other numbers, (一) or 1., are those of points inside a section: behind them only the official title opens one. */
const OTHER_NUMBER = /^\s*(?:[(]\s*[一二三四五六]\s*[)]|\d\s*[、.:,)])[、.]?\s*/
const LONGEST_TITLE = 40

/** What a line opens, if it does; a row such as 一、本年新收… names none of its section's key words, and a sentence is no title. */
const headingOf = (line: Line): Omit<Heading, 'line'> | undefined => {
  const text = lineText(line)
  if (text === undefined || text.length > 2 * LONGEST_TITLE) return undefined
  const [, part, plain, numbered] = NUMBERED.exec(halfWidth(text)) ?? []
  const ordinal = part ?? plain
  const printed = numbered ?? halfWidth(text).replace(OTHER_NUMBER, '')
  const title = printed.replace(/[::。]\s*$/, '').trim()
  const isTitle = compact(title).length <= LONGEST_TITLE && !/[。;;\d]/.test(printed)
  const found = SECTIONS.find(({ number, title: official, keywords }) => {
    if (ordinal !== undefined && '一二三四五六'.indexOf(ordinal) + 1 !== number) return false
    return lettersOnly(title) === lettersOnly(official) || (ordinal !== undefined && isTitle && keywords.test(compact(title)))
  })
  return found && { number: found.number, title }
}

/** The text of a line that says one thing: a paragraph, or a row of one filled cell. */
const lineText = (line: Line): string | undefined => {
  if (line.kind === 'text') return line.text
  if (line.kind === 'picture') return undefined
  const [filled, second] = line.cells.filter(({ text }) => text.trim() !== '')
  return second === undefined ? filled?.text : undefined
}

/** How far a printed title is from the official one; 0 where it is word for word the same. */
const strangeness = ({ number, title }: Heading): number => distance(lettersOnly(title), lettersOnly(SECTIONS[number - 1]?.title ?? ''))

const TABLE_OF_CONTENTS = 4

/** Headings that follow one another line by line, with nothing between: a table of contents, which opens no section. */
const withoutContents = (headings: readonly Heading[]): readonly Heading[] => {
  const runs: Heading[][] = []
  for (const heading of headings) {
    const run = runs.at(-1)
    if (run?.at(-1)?.line === heading.line - 1) run.push(heading)
    else runs.push([heading])
  }
  return runs.filter((run) => run.length < TABLE_OF_CONTENTS).flat()
}

/**
 * The headings of the sections in the order of the file, one for each section that is there. Where a number comes more than once
 * (numbered points inside a section, a table whose head is repeated), the one nearest to the official title wins, and of equals the first.
 */
export const findHeadings = (lines: readonly Line[]): Heading[] => {
  const all = lines.flatMap((line, index): Heading[] => {
    const heading = headingOf(line)
    return heading === undefined ? [] : [{ ...heading, line: index }]
  })
  const chosen = new Map<SectionNumber, Heading>()
  for (const heading of withoutContents(all)) {
    const rival = chosen.get(heading.number)
    if (rival === undefined || strangeness(heading) < strangeness(rival)) chosen.set(heading.number, heading)
  }
  return [...chosen.values()].toSorted((a, b) => a.line - b.line)
}
