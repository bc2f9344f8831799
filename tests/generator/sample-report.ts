import { type Edition, editionOf, type TableNumber } from '../../shared/form/edition.ts'
import { SECTIONS, sectionHeading } from '../../shared/form/sections.ts'
import { anyAgency, makesRules, selfOf } from './agencies.ts'
import { type Bustle, tableFour, tableThree, tableTwo } from './figures.ts'
import { factsOf } from './prose/facts.ts'
import { otherMatters } from './prose/other-matters.ts'
import { overall } from './prose/overall.ts'
import { problems } from './prose/problems.ts'
import { type Random, randomOf } from './random.ts'

export type SampleSection = {
  /** With its number: `一、总体情况`. */
  readonly heading: string
  readonly paragraphs: readonly string[]
  /** Tables that stand after the paragraphs. */
  readonly tables: readonly TableNumber[]
}

/** A report before it is written as a file of some format. */
export type SampleReport = {
  readonly agency: string
  readonly year: number
  /** The form that its tables follow. */
  readonly edition: Edition
  /** In place of the title that agency and year make. */
  readonly title?: string
  readonly sections: readonly SampleSection[]
  /** 10 figures, or the 22 of the trial form, in the order of `TABLE_TWO`. */
  readonly two: readonly number[]
  /** 25 rows of 7; in the trial form rows 20 and 21 are zero and not printed. */
  readonly three: readonly (readonly number[])[]
  readonly four: readonly number[]
}

export type SampleWish = {
  readonly seed: number
  readonly agency?: string
  readonly year?: number
  readonly edition?: Edition
  readonly bustle?: Bustle
}

const TABLES: Readonly<Record<number, readonly TableNumber[]>> = { 2: [2], 3: [3], 4: [4] }

/** Tables with the text that quotes them. */
export const withText = (tables: Omit<SampleReport, 'sections' | 'title'>, random: Random): SampleReport => {
  const { agency, year, three, four } = tables
  const facts = factsOf(agency, selfOf(agency), year, three, four)
  const text: Readonly<Record<number, readonly string[]>> = {
    1: overall(facts, random),
    5: problems(facts, random),
    6: otherMatters(facts, random),
  }
  const sections = SECTIONS.map(({ number }) => ({
    heading: sectionHeading(number),
    paragraphs: text[number] ?? [],
    tables: TABLES[number] ?? [],
  }))
  return { ...tables, sections }
}

/** A sound report: every sum of the form holds, and its text agrees with its tables. */
export const sampleReport = ({ seed, ...wish }: SampleWish): SampleReport => {
  const random = randomOf(seed)
  const agency = wish.agency ?? anyAgency(random)
  const year = wish.year ?? (wish.edition === '2019' ? random.integer(2019, 2020) : random.integer(2021, 2025))
  const edition = wish.edition ?? editionOf(year)
  const bustle = wish.bustle ?? random.pick(['quiet', 'ordinary', 'ordinary', 'busy'] as const)
  const two = tableTwo(random, edition, bustle, makesRules(agency))
  const three = tableThree(random, edition, bustle)
  return withText({ agency, year, edition, two, three, four: tableFour(random, bustle) }, random)
}
