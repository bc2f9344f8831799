import type { FoundRow } from './found-rows.ts'
import type { Line } from './lines.ts'
import type { ReportTable } from './report.ts'

/** A table, and the first and last of the lines that its labels and figures take up. */
export type TableFound = { readonly table: ReportTable; readonly firstLine: number; readonly lastLine: number }

/** How a table is read among lines; `within` its own section less is asked for than in the whole file. */
export type ReadTable = (lines: readonly Line[], within: boolean) => TableFound | undefined

/** The table that the rows make, with the lines they take up. */
export const tableOfRows = (table: ReportTable, rows: readonly FoundRow[]): TableFound => ({
  table,
  firstLine: Math.min(...rows.map(({ firstLine }) => firstLine)),
  lastLine: Math.max(...rows.map(({ lastLine }) => lastLine)),
})
