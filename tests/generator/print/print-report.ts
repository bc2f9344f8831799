import type { TableNumber } from '../../../shared/form/edition.ts'
import { cell, type SampleDocument, type SampleTable, type SampleText } from '../sample-document.ts'
import type { SampleReport, SampleSection } from '../sample-report.ts'
import type { Variants } from '../variants.ts'
import { tableFour } from './table-four.ts'
import { tableThree } from './table-three.ts'
import { tableTwo } from './table-two.ts'
import { titleLines } from './titles.ts'
import { type Wording, wordingOf } from './wording.ts'

const TABLES = { 2: tableTwo, 3: tableThree, 4: tableFour } as const

const PREFACE = [
  '本报告依照《中华人民共和国政府信息公开条例》和统一格式编写,由六个部分组成,附有三张统计表。',
  '电子版可在本机关门户网站的政府信息公开专栏查阅和下载。',
]

const FURNITURE = ['附件下载', '政府信息公开工作年度报告.docx', '扫一扫在手机上查看当前页面', '【打印】【关闭】']

/** Official titles of other sections over points of section 一, as offices word them. */
const SUB_HEADINGS: readonly (readonly [RegExp, string])[] = [
  [/^\(一\)主动公开(?!政府)/, '(一)主动公开政府信息情况'],
  [/^\(二\)依申请公开/, '(二)收到和处理政府信息公开申请情况'],
  [/^\(五\)监督保障/, '(五)存在的主要问题及改进情况'],
]

/** The paragraphs of a section under the variants, before their letters are spelt. */
export const paragraphsOf = ({ paragraphs }: SampleSection, { subHeadings }: Variants): string[] =>
  subHeadings
    ? paragraphs.map((text) => SUB_HEADINGS.reduce((changed, [words, title]) => changed.replace(words, title), text))
    : [...paragraphs]

const withHeading = (table: SampleTable, heading: string): SampleTable => ({
  ...table,
  rows: [[cell(heading, table.columns)], ...table.rows],
  headRows: table.headRows + 1,
})

const sectionBlocks = (
  section: SampleSection,
  print: (number: TableNumber) => SampleTable,
  { heading: spell, prose }: Wording,
  variants: Variants,
): SampleDocument['blocks'] => {
  const heading = spell(section.heading)
  const [first, ...rest] = section.tables.map(print)
  const text = (paragraphs: readonly string[]) => paragraphs.map((each): SampleText => ({ kind: 'text', text: prose(each) }))
  const before = text(paragraphsOf(section, variants))
  const behind = text(variants.noteUnderTwo !== undefined && section.tables.includes(2) ? [variants.noteUnderTwo] : [])
  if (variants.headingsInTables && first !== undefined) return [...before, withHeading(first, heading), ...rest, ...behind]
  return [{ kind: 'heading', text: heading }, ...before, ...(first === undefined ? [] : [first]), ...rest, ...behind]
}

/** What a report looks like on paper, before any format. */
export const printReport = (report: SampleReport, variants: Variants = {}): SampleDocument => {
  const wording = wordingOf(variants, report.edition)
  const titles = titleLines(report, variants.title).map(wording.heading)
  const print = (number: TableNumber) => TABLES[number](report, variants, wording)
  return {
    title: titles.join(''),
    blocks: [
      ...titles.map((text): SampleText => ({ kind: 'title', text })),
      ...(variants.preface ? PREFACE.map((text): SampleText => ({ kind: 'text', text })) : []),
      ...report.sections.flatMap((section) => sectionBlocks(section, print, wording, variants)),
      ...(variants.pageFurniture ? FURNITURE.map((text): SampleText => ({ kind: 'text', text })) : []),
    ],
  }
}
