import { tellFinding } from '../feedback/told-finding.ts'
import type { Finding } from '../findings/finding.ts'
import { verdictOf } from '../findings/verdict.ts'
import type { Report, ReportTable } from '../report/report.ts'

type Row = (number | null)[]

const rowsOf = ({ figures }: ReportTable): Row[] => figures.map((row) => row.map(({ value }) => value))

const read = (table: ReportTable): boolean => table.state === 'read'

const trialTableTwo = ([row = []]: Row[]) => {
  const at = (index: number) => row[index] ?? null
  const stock = (from: number) => ({ made: at(from), published: at(from + 1), total: at(from + 2) })
  const decisions = (from: number) => ({ previous: at(from), change: at(from + 1), decisions: at(from + 2) })
  return {
    regulations: stock(0),
    normativeDocuments: stock(3),
    licensing: decisions(6),
    otherServices: decisions(9),
    penalties: decisions(12),
    compulsion: decisions(15),
    fees: { previous: at(18), change: at(19) },
    procurement: { items: at(20), amountWanYuan: at(21) },
  }
}

/** The three tables as arrays of numbers in the order of the form; null for a cell without a number and for a table that could not be read. */
export const tableArrays = ({ tables: { 2: two, 3: three, 4: four } }: Report) => ({
  two: read(two) && two.form === '2021' ? (rowsOf(two)[0] ?? null) : null,
  ...(read(two) && two.form === '2019' ? { two2019: trialTableTwo(rowsOf(two)) } : {}),
  three: read(three) ? rowsOf(three) : null,
  four: read(four) ? (rowsOf(four)[0] ?? null) : null,
})

/** A report and its findings as open data, in the shape that `nianbao check --json` documents. */
export const reportData = (report: Report, findings: readonly Finding[]) => ({
  format: report.format,
  edition: report.edition,
  verdict: verdictOf(findings),
  title: report.title?.text ?? null,
  agency: report.agency,
  year: report.year,
  sections: report.sections.map(({ number, title, paragraphs }) => ({ number, title, paragraphs: paragraphs.map(({ text }) => text) })),
  tables: tableArrays(report),
  findings: findings.map(tellFinding),
})
