import type { TableNumber } from '../../../shared/form/edition.ts'
import { cell, type SampleDocument, type SampleTable, type SampleText } from '../sample-document.ts'
import type { SampleReport, SampleSection } from '../sample-report.ts'
import type { Variants } from '../variants.ts'
import { tableFour } from './table-four.ts'
import { tableThree } from './table-three.ts'
import { tableTwo } from './table-two.ts'
import { type Wording, wordingOf } from './wording.ts'

const TABLES = { 2: tableTwo, 3: tableThree, 4: tableFour } as const

/** The lines of the title. */
const titleLines = ({ agency, year, title }: SampleReport, variant: Variants['title']): string[] => {
  if (title !== undefined) return [title]
  if (variant === 'two-lines') return [agency, `${year}年政府信息公开工作年度报告`]
  if (variant === 'year-first') return [`${year}年度${agency}政府信息公开工作年度报告`]
  if (variant === 'year-doubled') return [`${agency}${year}年度政府信息公开工作年度报告`]
  if (variant === 'without-work') return [`${agency}${year}年政府信息公开年度报告`]
  return [`${agency}${year}年政府信息公开工作年度报告`]
}

const PREFACE = [
  '本报告依照《中华人民共和国政府信息公开条例》和统一格式编写,由六个部分组成,附有三张统计表。',
  '电子版可在本机关门户网站的政府信息公开专栏查阅和下载。',
]

const withHeading = (table: SampleTable, heading: string): SampleTable => ({
  ...table,
  rows: [[cell(heading, table.columns)], ...table.rows],
  headRows: table.headRows + 1,
})

const sectionBlocks = (
  { heading, paragraphs, tables }: SampleSection,
  print: (number: TableNumber) => SampleTable,
  { prose }: Wording,
  inTable: boolean,
): SampleDocument['blocks'] => {
  const [first, ...rest] = tables.map(print)
  const text = paragraphs.map((paragraph): SampleText => ({ kind: 'text', text: prose(paragraph) }))
  if (inTable && first !== undefined) return [...text, withHeading(first, heading), ...rest]
  return [{ kind: 'heading', text: heading }, ...text, ...(first === undefined ? [] : [first]), ...rest]
}

/** What a report looks like on paper, before any format. */
export const printReport = (report: SampleReport, variants: Variants = {}): SampleDocument => {
  const wording = wordingOf(variants)
  const titles = titleLines(report, variants.title)
  const print = (number: TableNumber) => TABLES[number](report, variants, wording)
  return {
    title: titles.join(''),
    blocks: [
      ...titles.map((text): SampleText => ({ kind: 'title', text })),
      ...(variants.preface ? PREFACE.map((text): SampleText => ({ kind: 'text', text })) : []),
      ...report.sections.flatMap((section) => sectionBlocks(section, print, wording, variants.headingsInTables ?? false)),
    ],
  }
}
