import { readTools } from '../../functions/node/read-tools.ts'
import { TABLE_NUMBERS, type TableNumber } from '../../shared/form/edition.ts'
import { readFile } from '../../shared/readers/read-file.ts'
import { lettersOnly } from '../../shared/report/normalise.ts'
import { reportOf } from '../../shared/report/recognise-report.ts'
import type { Report } from '../../shared/report/report.ts'
import { expectedFigures } from '../generator/expected-figures.ts'
import { paragraphsOf } from '../generator/print/print-report.ts'
import type { SampleReport } from '../generator/sample-report.ts'
import type { Variants } from '../generator/variants.ts'
import { type Form, writeSample } from '../generator/write-sample.ts'

/** Variants that every form of a sample is read in, one at a time and all together. */
export const ALL_VARIANTS: readonly Variants[] = [
  {},
  { title: 'two-lines' },
  { title: 'year-first' },
  { title: 'year-doubled' },
  { title: 'without-work' },
  { preface: true },
  { brackets: 'full-width' },
  { numbering: '、' },
  { spacedLabels: true },
  { digits: 'full-width' },
  { thousands: true },
  { remarks: true },
  { shortTableFour: true },
  { headsLost: true },
  { headingsInTables: true },
  { decoys: 'raised' },
  { decoys: 'struck' },
  { decoys: 'hidden' },
  { title: 'short-name', subHeadings: true },
  { title: 'government-affairs', noteUnderTwo: '注:以上数据不含下属单位。' },
  { title: 'public-version', pageFurniture: true },
  { title: 'labelled', amountsIn: '元' },
  { title: 'file-name', amountsIn: '亿元' },
  { title: 'letter', digits: 'other-scripts' },
  { title: 'twice', unseenLetters: true },
  { title: 'near-miss', noteUnderTwo: '本年本机关发布信息总数量(不含新闻类):1461' },
  {
    title: 'two-lines',
    preface: true,
    brackets: 'full-width',
    numbering: '、',
    spacedLabels: true,
    digits: 'full-width',
    thousands: true,
    remarks: true,
    shortTableFour: true,
  },
]

/** Headings printed into tables, or with marks among their letters, drift from Word's automatic numbers: no file has the two together. */
const goTogether = (form: Form, { headingsInTables, unseenLetters }: Variants): boolean =>
  form.layout !== 'automatic-numbers' || !(headingsInTables || unseenLetters)

export const readBytes = async (bytes: Uint8Array): Promise<Report> => {
  const reading = await readFile(bytes, readTools)
  return reportOf(reading)
}

const valuesOf = (report: Report, table: TableNumber) => report.tables[table].figures.map((row) => row.map(({ value }) => value))

const differsIn = (wanted: readonly (readonly (number | null)[])[] | null, read: readonly (readonly (number | null)[])[]): boolean =>
  JSON.stringify(wanted ?? []) !== JSON.stringify(read)

/** The sections that are running text alone. */
const TEXT_SECTIONS = [1, 5, 6]

/** Whether the text of a section is what was printed, to the letter; a section that is not there is told otherwise. */
const isOtherText = ({ sections }: Report, number: number, sample: SampleReport, variants: Variants): boolean => {
  const read = sections.find((section) => section.number === number)
  const printed = sample.sections[number - 1]
  const letters = (texts: readonly string[]): string => lettersOnly(texts.join(''))
  return !!read && !!printed && letters(read.paragraphs.map(({ text }) => text)) !== letters(paragraphsOf(printed, variants))
}

/** What a reading of the sample gets wrong, in words; empty where every figure, the title and the sections are right. */
export const misread = async (sample: SampleReport, form: Form, variants: Variants): Promise<string[]> => {
  if (!goTogether(form, variants)) return []
  const report = await readBytes(writeSample(sample, { ...form, variants }))
  if (report.unreadable !== null) return [`unreadable: ${report.unreadable.reason}`]
  const wanted = expectedFigures(sample, variants)
  return [
    ...TABLE_NUMBERS.filter((table) => differsIn(wanted[table], valuesOf(report, table))).map(
      (table) => `table ${table}: ${report.tables[table].state}`,
    ),
    ...(report.agency === sample.agency && report.year === sample.year ? [] : [`title: ${report.agency}, ${report.year}`]),
    ...(report.sections.length === sample.sections.length ? [] : [`sections: ${report.sections.map(({ number }) => number).join(' ')}`]),
    ...TEXT_SECTIONS.filter((number) => isOtherText(report, number, sample, variants)).map((number) => `text of section ${number}`),
    ...(report.edition === sample.edition ? [] : [`edition: ${report.edition}`]),
  ]
}
