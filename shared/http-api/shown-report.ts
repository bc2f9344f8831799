import { traceWords } from '../feedback/trace-words.ts'
import { TABLE_NUMBERS, type TableNumber } from '../form/edition.ts'
import type { Report, ReportTable } from '../report/report.ts'
import type { ShownReport, ShownTable, ShownTables } from './reports.ts'

const shownTable = ({ state, form, figures }: ReportTable): ShownTable => ({
  state,
  form,
  figures: figures.map((row) =>
    row.map(({ value, remark, text }) => ({
      value,
      ...(remark !== null && { remark }),
      ...(value === null && text !== null && text !== '' && { text }),
    })),
  ),
})

/** The name that a table has in JSON. */
const TABLE_FIELDS = { 2: 'two', 3: 'three', 4: 'four' } as const satisfies Record<TableNumber, keyof ShownTables>

const shownTables = ({ tables }: Report): ShownTables =>
  Object.fromEntries(TABLE_NUMBERS.map((number) => [TABLE_FIELDS[number], shownTable(tables[number])])) as ShownTables

type Previous = { readonly year: number; readonly version: number; readonly report: Report }

export const shownReport = (report: Report, previous: Previous | undefined): ShownReport => ({
  title: report.title?.text ?? null,
  preface: report.preface.map(({ text }) => text),
  sections: report.sections.map(({ number, title, paragraphs }) => ({ number, title, paragraphs: paragraphs.map(({ text }) => text) })),
  tables: shownTables(report),
  traces: traceWords(report.traces),
  previous: previous === undefined ? null : { year: previous.year, version: previous.version, tables: shownTables(previous.report) },
})
