import { type Edition, TABLE_NAMES, type TableNumber } from '../../shared/form/edition.ts'
import { SECTIONS } from '../../shared/form/sections.ts'
import type { Figure, Place, Report, ReportTable } from '../../shared/report/report.ts'
import type { Publication, Received } from '../../shared/submission/submission.ts'

const SIZE: Record<Edition, Record<TableNumber, readonly [rows: number, columns: number]>> = {
  '2019': { 2: [1, 22], 3: [25, 7], 4: [1, 15] },
  '2021': { 2: [1, 10], 3: [25, 7], 4: [1, 15] },
}

/** Every figure of a table is another number, so that a figure in the wrong cell shows: table 3, row 12, column 4 is 31204. */
export const numberOf = (table: TableNumber, row: number, column: number): number => table * 10_000 + row * 100 + column

const table = (number: TableNumber, form: Edition): ReportTable => {
  const [rows, columns] = SIZE[form][number]
  const absent = (row: number) => form === '2019' && number === 3 && (row === 20 || row === 21)
  const figure = (row: number, column: number): Figure => {
    const value = absent(row) ? null : numberOf(number, row, column)
    return {
      value,
      text: value === null ? null : String(value),
      remark: null,
      place: { part: `${TABLE_NAMES[number]} 第${row + 1}行第${column + 1}列`, section: number, cell: { table: number, row, column } },
    }
  }
  return {
    state: 'read',
    form,
    figures: Array.from({ length: rows }, (_, row) => Array.from({ length: columns }, (__, column) => figure(row, column))),
    gaps: [],
    labels: [],
    place: { part: TABLE_NAMES[number], section: number },
  }
}

const place: Place = { part: '标题', section: null }

/** A report whose every part is there; `text` stands wherever the agency's own words do. */
export const reportByHand = (form: Edition = '2021', text = '全年主动公开信息若干条。'): Report => ({
  format: 'docx',
  unreadable: null,
  remarks: [],
  edition: form,
  title: { text: `${text}年度报告`, place },
  agency: text,
  year: form === '2021' ? 2024 : 2020,
  sections: SECTIONS.map(({ number, title }) => ({
    number,
    title,
    paragraphs: [{ text: `${title}:${text}`, place: { part: title, section: number } }],
    place: { part: title, section: number },
  })),
  preface: [{ text: `序:${text}`, place }],
  tables: { 2: table(2, form), 3: table(3, form), 4: table(4, form) },
})

/** The same report with one cell changed. */
export const withFigure = (report: Report, number: TableNumber, row: number, column: number, change: Partial<Figure>): Report => {
  const { figures, ...rest } = report.tables[number]
  const changed = figures.map((cells, r) => cells.map((cell, c) => (r === row && c === column ? { ...cell, ...change } : cell)))
  return { ...report, tables: { ...report.tables, [number]: { ...rest, figures: changed } } }
}

export const submissionOf = (change: Partial<Received> = {}): Received => ({
  id: 'S-1',
  agencyId: 'minzheng',
  agencyName: '云川市民政局',
  year: 2024,
  version: 2,
  status: 'approved',
  since: '2025-01-20T01:30:00Z',
  fileName: '年报.docx',
  key: 'uploads/minzheng/S-1',
  declaredSha256: '00',
  submittedBy: 'clerk-1',
  history: [],
  ...change,
})

export const publicationOf = (change: Partial<Publication> = {}): Publication => {
  const { agencyId = 'minzheng', year = 2024, version = 2 } = change
  return {
    agencyId,
    agencyName: '云川市民政局',
    year,
    version,
    submissionId: `${agencyId}-${year}-${version}`,
    title: `云川市民政局${year}年政府信息公开工作年度报告`,
    page: `/${agencyId}/${year}/v${version}/`,
    publishedAt: '2025-01-20T16:30:00Z',
    ...change,
  }
}
