import { formCells } from '../../shared/form/cells.ts'
import { type CellRef, TABLE_NAMES, type TableNumber } from '../../shared/form/edition.ts'
import { CHINESE_ORDINALS, SECTIONS, type SectionNumber } from '../../shared/form/sections.ts'
import { parseFigure } from '../../shared/report/figures.ts'
import type { Figure, Passage, Place, Report, ReportTable, Section } from '../../shared/report/report.ts'

/** Text to put into a cell; null takes the cell out of the file. */
export type CellChange = CellRef & { readonly text: string | null }

const SOUND: Record<TableNumber, (row: number, column: number) => number> = {
  2: (_, column) => [0, 0, 0, 1, 0, 4, 12, 3, 0, 1.5][column] ?? 0,
  // 10 received and 2 carried in; 9 answered in public, 3 carried out; all of natural persons.
  3: (row, column) => (column === 0 || column === 6 ? ({ 0: 10, 1: 2, 2: 9, 23: 9, 24: 3 }[row] ?? 0) : 0),
  4: (_, column) => [1, 0, 0, 1, 2, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0][column] ?? 0,
}

export const cellPlace = (cell: CellRef): Place => ({
  part: formCells('2021', cell.table)[cell.row]?.[cell.column]?.name ?? '',
  section: cell.table,
  cell,
})

const figure = (cell: CellRef, text: string | null): Figure => ({
  text,
  ...(text === null ? { value: null, remark: null } : parseFigure(text)),
  place: cellPlace(cell),
})

const soundTable = (table: TableNumber, changes: readonly CellChange[]): ReportTable => ({
  state: 'read',
  form: '2021',
  gaps: [],
  labels: [],
  place: { part: TABLE_NAMES[table], section: table },
  figures: formCells('2021', table).map((cells, row) =>
    cells.map((_, column) => {
      const change = changes.find((each) => each.table === table && each.row === row && each.column === column)
      return figure({ table, row, column }, change === undefined ? String(SOUND[table](row, column)) : change.text)
    }),
  ),
})

const SOUND_TEXT: Record<SectionNumber, string[]> = {
  1: [
    '(一)主动公开。本局全年主动公开信息120条。',
    '(二)依申请公开。全年新收政府信息公开申请10件,上年结转2件,办结9件,结转下年度继续办理3件。',
    '(三)政府信息管理。信息发布前逐条审核。',
    '(四)政府信息公开平台建设。公开专栏按月更新。',
    '(五)监督保障。全年组织培训2次。',
  ],
  2: [],
  3: [],
  4: [],
  5: ['公开内容还不够细。下一步将细化目录,加强培训。'],
  6: ['本年度未收取信息处理费。'],
}

export const sectionPlace = (number: SectionNumber): Place => ({
  part: `第${CHINESE_ORDINALS[number - 1]}部分“${SECTIONS[number - 1]?.title}”`,
  section: number,
})

/** A section of the given text under the form's title. */
export const section = (
  number: SectionNumber,
  texts: readonly string[] = SOUND_TEXT[number],
  title = SECTIONS[number - 1]?.title ?? '',
): Section => ({
  number,
  title,
  place: sectionPlace(number),
  paragraphs: texts.map(
    (text, index): Passage => ({ text, place: { ...sectionPlace(number), part: `${sectionPlace(number).part} 第${index + 1}段` } }),
  ),
})

export const TITLE_PLACE: Place = { part: '标题', section: null }

/** A report that breaks no rule, with the changes asked for. */
export const soundReport = (changes: Partial<Report> & { readonly cells?: readonly CellChange[] } = {}): Report => {
  const { cells = [], ...rest } = changes
  return {
    format: 'docx',
    unreadable: null,
    remarks: [],
    edition: '2021',
    title: { text: '示例市示例局2024年政府信息公开工作年度报告', place: TITLE_PLACE },
    agency: '示例市示例局',
    year: 2024,
    preface: [],
    sections: SECTIONS.map(({ number }) => section(number)),
    tables: { 2: soundTable(2, cells), 3: soundTable(3, cells), 4: soundTable(4, cells) },
    ...rest,
  }
}

/** A sound report whose table is something else. */
export const withTable = (number: TableNumber, table: Partial<ReportTable>): Report => {
  const report = soundReport()
  return { ...report, tables: { ...report.tables, [number]: { ...report.tables[number], ...table } } }
}
