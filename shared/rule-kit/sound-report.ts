import { formCells } from '../form/cells.ts'
import { TABLE_NAMES, type TableNumber } from '../form/edition.ts'
import { CHINESE_ORDINALS, SECTIONS, type SectionNumber } from '../form/sections.ts'
import { THREE, THREE_TOTAL_COLUMN } from '../form/table-three.ts'
import { TWO } from '../form/table-two.ts'
import { cellPlace } from '../report/figure-cells.ts'
import { recordOf } from '../report/record.ts'
import type { Place, Report, ReportTable } from '../report/report.ts'
import { withCells, withParagraphs } from './changed-report.ts'
import type { Case } from './rule.ts'

const AGENCY = '示例市示例局'
const YEAR = 2024

/** 10 received and 2 carried in; 9 answered in public, 3 carried out; all of natural persons. */
const REQUESTS: Readonly<Record<number, number>> = {
  [THREE.received]: 10,
  [THREE.carriedIn]: 2,
  [THREE.firstDisposition]: 9,
  [THREE.handledTotal]: 9,
  [THREE.carriedOut]: 3,
}

const FIGURES: Record<TableNumber, (row: number, column: number) => number> = {
  2: (_, column) => [0, 0, 0, 1, 0, 4, 12, 3, 0, 1.5][column] ?? 0,
  3: (row, column) => (column === 0 || column === THREE_TOTAL_COLUMN ? (REQUESTS[row] ?? 0) : 0),
  4: (_, column) => [1, 0, 0, 1, 2, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0][column] ?? 0,
}

const TEXT: Record<SectionNumber, readonly string[]> = {
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

const table = (number: TableNumber): ReportTable => ({
  state: 'read',
  form: '2021',
  gaps: [],
  labels: [],
  place: { part: TABLE_NAMES[number], section: number },
  figures: formCells('2021', number).map((cells, row) =>
    cells.map((_, column) => {
      const value = FIGURES[number](row, column)
      return { text: String(value), value, remark: null, place: cellPlace('2021', { table: number, row, column }) }
    }),
  ),
})

const sectionPlace = (number: SectionNumber): Place => ({
  part: `第${CHINESE_ORDINALS[number - 1]}部分“${SECTIONS[number - 1]?.title}”`,
  section: number,
})

const bare: Report = {
  format: 'docx',
  unreadable: null,
  remarks: [],
  edition: '2021',
  title: { text: `${AGENCY}${YEAR}年政府信息公开工作年度报告`, place: { part: '标题', section: null } },
  agency: AGENCY,
  year: YEAR,
  preface: [],
  sections: SECTIONS.map(({ number, title }) => ({ number, title, place: sectionPlace(number), paragraphs: [] })),
  tables: { 2: table(2), 3: table(3), 4: table(4) },
}

const report = SECTIONS.reduce((filled, { number }) => withParagraphs(filled, number, ...TEXT[number]), bare)

/** The year before: 2 carried out of it, and one document less in force. */
const previous = withCells(
  { ...withParagraphs(withParagraphs(report, 1, '上年的工作另有报告。'), 5, '上年的问题已经整改。'), year: YEAR - 1 },
  ...[0, THREE_TOTAL_COLUMN].flatMap((column) => [
    { table: 3, row: THREE.received, column, text: '9' } as const,
    { table: 3, row: THREE.carriedOut, column, text: '2' } as const,
  ]),
  { table: 2, row: 0, column: TWO.documentsInForce, text: '3' },
)

/** A report that breaks no rule, with what is known beside it. The examples of the rules change one thing of it. */
export const SOUND: Case = {
  report,
  context: {
    submission: { agencyNames: [AGENCY], year: YEAR },
    previousReport: recordOf(previous),
    receivedAt: `${YEAR + 1}-01-20T09:00:00+08:00`,
  },
}
