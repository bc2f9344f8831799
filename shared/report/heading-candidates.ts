import { distance } from 'fastest-levenshtein'
import { SECTIONS, type SectionNumber } from '../form/sections.ts'
import type { Line } from './lines.ts'
import { compact, halfWidth, lettersOnly } from './normalise.ts'

/** A line that opens a section: its title as printed, without the number. */
export type Heading = { readonly line: number; readonly number: SectionNumber; readonly title: string }

/** How a heading is numbered: 第二部分, 二、, not at all, or like a point inside a section, (二) or 2. */
export type Numbering = 'part' | 'plain' | 'none' | 'point'

/** A line that may open a section. */
export type Candidate = Heading & {
  readonly numbering: Numbering
  /** Whether the number in front is the section's own; one without a number agrees. */
  readonly agrees: boolean
  /** How far the title is from the official one; 0 where it is word for word the same. */
  readonly strangeness: number
}

const NUMBERED = /^\s*(?:第\s*([一二三四五六])\s*部分\s*[、.:,]?|([一二三四五六])\s*(?:[、.:,。]|(?=\s)))\s*(.+?)\s*$/s
/** Other numbers, (一) or 1., are those of points inside a section: behind them only the official title opens one. */
const POINT = /^\s*(?:[(]\s*([一二三四五六])\s*[)]|(\d)\s*[、.:,)])[、.]?\s*/
const LONGEST_TITLE = 40

const ORDINALS = '一二三四五六'

/** The text of a line that says one thing: a paragraph, or a row of one filled cell. */
const lineText = (line: Line): string | undefined => {
  if (line.kind === 'text') return line.text
  if (line.kind === 'picture') return undefined
  const [filled, second] = line.cells.filter(({ text }) => text.trim() !== '')
  return second === undefined ? filled?.text : undefined
}

/** What a line opens, if it does; a row such as 一、本年新收… names none of its section's key words, and a sentence is no title. */
const candidateOf = (line: Line, index: number): Candidate | undefined => {
  const text = lineText(line)
  if (text === undefined || text.length > 2 * LONGEST_TITLE) return undefined
  const half = halfWidth(text)
  const [, part, plain, numbered] = NUMBERED.exec(half) ?? []
  const [point, han, digit] = POINT.exec(half) ?? []
  const ordinal = part ?? plain
  const printed = numbered ?? half.slice(point?.length ?? 0)
  const title = printed.replace(/[::。]\s*$/, '').trim()
  const letters = lettersOnly(title)
  const isTitle = compact(title).length <= LONGEST_TITLE && !/[。;;\d]/.test(printed)
  const found = SECTIONS.find(({ number, title: official, keywords }) => {
    if (ordinal !== undefined && ORDINALS.indexOf(ordinal) + 1 !== number) return false
    return letters === lettersOnly(official) || (ordinal !== undefined && isTitle && keywords.test(compact(title)))
  })
  if (found === undefined) return undefined
  const printedNumber = han === undefined ? Number(digit) : ORDINALS.indexOf(han) + 1
  return {
    line: index,
    number: found.number,
    title,
    numbering: part !== undefined ? 'part' : plain !== undefined ? 'plain' : point !== undefined ? 'point' : 'none',
    agrees: point === undefined || printedNumber === found.number,
    strangeness: distance(letters, lettersOnly(found.title)),
  }
}

/** The lines that may open a section, in the order of the file. */
export const headingCandidates = (lines: readonly Line[]): Candidate[] => lines.flatMap((line, index) => candidateOf(line, index) ?? [])
