import { formCell } from '../form/cells.ts'
import type { CellRef, TableNumber } from '../form/edition.ts'
import type { SectionNumber } from '../form/sections.ts'
import { parseAmount, parseFigure } from '../report/figures.ts'
import type { Figure, Passage, Report, ReportTable } from '../report/report.ts'

/** Text to put into a cell; null takes the cell out of the file. */
export type CellChange = CellRef & { readonly text: string | null }

const changed = ({ place }: Figure, text: string | null): Figure => {
  if (text === null) return { text, value: null, remark: null, place }
  const isAmount = place.cell !== undefined && formCell('2021', place.cell).kind === 'amount'
  return { text, ...(isAmount ? parseAmount(text) : parseFigure(text)), place }
}

/** The report with another table. */
export const withTable = (report: Report, number: TableNumber, table: Partial<ReportTable>): Report => ({
  ...report,
  tables: { ...report.tables, [number]: { ...report.tables[number], ...table } },
})

const withCell = (report: Report, { table, row, column, text }: CellChange): Report => {
  const { figures } = report.tables[table]
  return withTable(report, table, {
    figures: figures.map((cells, r) => cells.map((figure, c) => (r === row && c === column ? changed(figure, text) : figure))),
  })
}

/** The report with other texts in some of its cells, each read as a reader would. */
export const withCells = (report: Report, ...cells: readonly CellChange[]): Report => cells.reduce(withCell, report)

/** The report with another text in a section. */
export const withParagraphs = (report: Report, number: SectionNumber, ...texts: readonly string[]): Report => ({
  ...report,
  sections: report.sections.map((section) => {
    const { place } = section
    const paragraphs = texts.map((text, index): Passage => ({ text, place: { ...place, part: `${place.part} 第${index + 1}段` } }))
    return section.number === number ? { ...section, paragraphs } : section
  }),
})
