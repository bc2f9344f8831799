import { formCell } from '../../../shared/form/cells.ts'
import type { CellRef, TableNumber } from '../../../shared/form/edition.ts'
import type { ShownReport, ShownTable, ShownTables } from '../../../shared/http-api/reports.ts'
import type { PrintedReport } from '../../../shared/publication/report-text.tsx'

const FIELDS = { 2: 'two', 3: 'three', 4: 'four' } as const satisfies Record<TableNumber, keyof ShownTables>

const printedTable = (number: TableNumber, { state, form, figures }: ShownTable): PrintedReport['tables'][TableNumber] => ({
  state,
  form,
  figures: figures.map((values, row) =>
    values.map(({ value, remark = null, text = null }, column) => {
      const cell = { table: number, row, column }
      return { value, remark, text, place: { part: formCell(form, cell).name, section: number, cell } }
    }),
  ),
})

const texts = (paragraphs: readonly string[]) => paragraphs.map((text) => ({ text }))

/** What the API shows of a report, as the pages of the site print it. */
export const printedReport = ({ preface, sections, tables }: ShownReport): PrintedReport => ({
  preface: texts(preface),
  sections: sections.map(({ number, title, paragraphs }) => ({ number, title, paragraphs: texts(paragraphs) })),
  tables: { 2: printedTable(2, tables.two), 3: printedTable(3, tables.three), 4: printedTable(4, tables.four) },
})

/** What stood in a cell the year before: null where nothing can be held against it, as in another form of the table. */
export const valueBefore = ({ tables, previous }: ShownReport, cell: CellRef): number | null => {
  const [now, before] = [tables[FIELDS[cell.table]], previous?.tables[FIELDS[cell.table]]]
  return before === undefined || before.form !== now.form ? null : (before.figures[cell.row]?.[cell.column]?.value ?? null)
}
