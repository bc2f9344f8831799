import type { Document, Format } from '../document/document.ts'
import type { Reading, Remark, Traces, Unreadable } from '../document/reading.ts'
import { type Edition, editionOf, type TableNumber } from '../form/edition.ts'
import { CHINESE_ORDINALS, SECTIONS, type SectionNumber } from '../form/sections.ts'
import { emptyTable } from './figure-cells.ts'
import type { Heading } from './heading-candidates.ts'
import { findHeadings } from './headings.ts'
import { isFormWord } from './labels.ts'
import { type Line, linesOf, type TextLine } from './lines.ts'
import { isPageFurniture, isPageNumber } from './page-furniture.ts'
import type { Passage, Report, ReportTable, Section } from './report.ts'
import type { ReadTable } from './table-found.ts'
import { readTableFour } from './table-four.ts'
import { readTableThree } from './table-three.ts'
import { readTableTwo } from './table-two.ts'
import { findTitle } from './title.ts'
import { checkTrust } from './trust-check.ts'

type Region = { readonly from: number; readonly to: number }
type TableRegion = { readonly table: ReportTable /** Lines that the table takes up. */; readonly taken: Region | undefined }

const NOWHERE: Region = { from: 0, to: 0 }

const READERS: Record<TableNumber, ReadTable> = { 2: readTableTwo, 3: readTableThree, 4: readTableFour }

/** Where a table should stand whose heading is lost: from the heading before to the one behind. */
const regionAround = (number: TableNumber, headings: readonly Heading[], end: number): Region => {
  const before = headings.findLast((heading) => heading.number < number)
  const from = before === undefined ? 0 : before.line + 1
  return { from, to: headings.find(({ line }) => line >= from)?.line ?? end }
}

/** The table of a section: within the section; where its heading is lost, `around` where it should be; else in the whole file. */
const readTable = (
  number: TableNumber,
  lines: readonly Line[],
  region: Region | undefined,
  around: Region,
  format: Format,
): TableRegion => {
  const within = region && lines.slice(region.from, region.to)
  const found = within && READERS[number](within, true)
  if (region && within && found) {
    const head = within.findIndex((line) => line.kind === 'text' && isFormWord(line.text))
    const first = head < 0 ? found.firstLine : Math.min(head, found.firstLine)
    return {
      table: checkTrust(number, found.table, within, format),
      taken: { from: region.from + first, to: region.from + found.lastLine + 1 },
    }
  }
  const picture = within?.find((line) => line.kind === 'picture')
  if (picture) return { table: emptyTable(number, 'picture', '2021', picture.source), taken: undefined }
  const near = region === undefined ? READERS[number](lines.slice(around.from, around.to), false) : undefined
  if (near !== undefined)
    return {
      table: checkTrust(number, near.table, lines.slice(around.from, around.to), format),
      taken: { from: around.from + near.firstLine, to: around.from + near.lastLine + 1 },
    }
  const elsewhere = READERS[number](lines, false)
  return { table: elsewhere ? checkTrust(number, elsewhere.table, lines, format) : emptyTable(number, 'missing', '2021'), taken: undefined }
}

const passages = (
  lines: readonly Line[],
  { from, to }: Region,
  taken: readonly Region[],
  name: string,
  section: SectionNumber | null,
): Passage[] =>
  lines
    .slice(from, to)
    .filter(
      (line, index): line is TextLine =>
        line.kind === 'text' && !isPageNumber(line.text) && !taken.some((each) => from + index >= each.from && from + index < each.to),
    )
    .map(({ text, source }, index) => ({ text: text.trim(), place: { part: `${name} 第${index + 1}段`, section, source } }))

/** Where the report ends: at the first line after its last heading that belongs to the page around it. */
const endOfReport = (lines: readonly Line[], lastHeading: number): number => {
  const end = lines.findIndex((line, index) => index > lastHeading && line.kind === 'text' && isPageFurniture(line.text))
  return end < 0 ? lines.length : end
}

const textOf = (lines: readonly Line[]): string => lines.map((line) => (line.kind === 'text' ? line.text : '')).join('\n')

const regionsOf = (headings: readonly Heading[], end: number): ReadonlyMap<SectionNumber, Region> =>
  new Map(headings.map(({ number, line }, index) => [number, { from: line + 1, to: headings[index + 1]?.line ?? end }]))

const editionOfReport = (tables: Record<TableNumber, ReportTable>, year: number | null): Edition => {
  if (tables[2].state === 'read') return tables[2].form
  if (tables[3].state === 'read') return tables[3].form
  return year === null ? '2021' : editionOf(year)
}

type Read = { readonly document: Document; readonly remarks: readonly Remark[]; readonly traces?: Traces }

/** Understands a document as an annual report: title, sections, tables, each with its place. What is not there is left empty. */
export const recogniseReport = ({ document, remarks, traces }: Read): Report => {
  const lines = linesOf(document)
  const headings = findHeadings(lines)
  const end = endOfReport(lines, headings.at(-1)?.line ?? 0)
  const title = findTitle(lines, headings[0]?.line, textOf(lines.slice(headings[0]?.line ?? 0, end)))
  const regions = regionsOf(headings, end)
  const tableOf = (number: TableNumber): TableRegion =>
    readTable(number, lines, regions.get(number), regionAround(number, headings, end), document.format)
  const found = { 2: tableOf(2), 3: tableOf(3), 4: tableOf(4) }
  const taken = Object.values(found).flatMap((each) => each.taken ?? [])
  const tables = { 2: found[2].table, 3: found[3].table, 4: found[4].table }

  const sections = headings.map(({ number, title: printed, line }): Section => {
    const name = `第${CHINESE_ORDINALS[number - 1]}部分“${SECTIONS[number - 1]?.title}”`
    const source = lines[line]?.source
    return {
      number,
      title: printed,
      paragraphs: passages(lines, regions.get(number) ?? NOWHERE, taken, name, number),
      place: { part: name, section: number, ...(source && { source }) },
    }
  })
  return {
    format: document.format,
    unreadable: null,
    remarks,
    ...(traces && { traces }),
    edition: editionOfReport(tables, title?.year ?? null),
    title: title ? { text: title.text, place: { part: '标题', section: null, source: title.source } } : null,
    agency: title?.agency ?? null,
    year: title?.year ?? null,
    sections,
    preface: title && headings[0] ? passages(lines, { from: title.lastLine + 1, to: headings[0].line }, [], '前言', null) : [],
    tables,
  }
}

/** A file that could not be read, as a report of nothing. */
export const unreadableReport = ({ unreadable, format, limit }: Unreadable): Report => ({
  format,
  unreadable: { reason: unreadable, ...(limit !== undefined && { limit }) },
  remarks: [],
  edition: null,
  title: null,
  agency: null,
  year: null,
  sections: [],
  preface: [],
  tables: { 2: emptyTable(2, 'missing', '2021'), 3: emptyTable(3, 'missing', '2021'), 4: emptyTable(4, 'missing', '2021') },
})

/** What was read of a file, as a report. */
export const reportOf = (reading: Reading): Report => ('unreadable' in reading ? unreadableReport(reading) : recogniseReport(reading))
