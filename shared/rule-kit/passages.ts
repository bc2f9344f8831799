import { withoutRaised } from '../document/raised.ts'
import type { SectionNumber } from '../form/sections.ts'
import type { Passage, Report } from '../report/report.ts'

/** The running text of a report: what stands before section 一, and the text of the sections asked for (all, unless said). */
export const passagesIn = ({ preface, sections }: Report, numbers?: readonly SectionNumber[]): Passage[] => [
  ...(numbers === undefined ? preface : []),
  ...sections.filter(({ number }) => numbers?.includes(number) ?? true).flatMap(({ paragraphs }) => paragraphs),
]

/** Sentences of a text without white space, figures and marks in half width, without raised note marks. */
export const sentencesOf = (text: string): string[] =>
  withoutRaised(text)
    .normalize('NFKC')
    .split(/[。;!?\n]/)
    .map((sentence) => sentence.replace(/\s+/g, ''))
    .filter((sentence) => sentence !== '')
