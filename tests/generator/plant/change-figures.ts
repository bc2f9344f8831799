import type { CellRef } from '../../../shared/form/edition.ts'
import type { SampleReport } from '../sample-report.ts'

export const at = (table: CellRef['table'], row: number, column: number): CellRef => ({ table, row, column })

const ROWS = {
  2: (report: SampleReport) => [report.two],
  3: (report: SampleReport) => report.three,
  4: (report: SampleReport) => [report.four],
} as const

export const figureOf = (report: SampleReport, { table, row, column }: CellRef): number => ROWS[table](report)[row]?.[column] ?? 0

const withFigure = (report: SampleReport, { table, row, column }: CellRef, value: number): SampleReport => {
  const rows = ROWS[table](report).with(row, (ROWS[table](report)[row] ?? []).with(column, value))
  if (table === 3) return { ...report, three: rows }
  return { ...report, [table === 2 ? 'two' : 'four']: rows[0] ?? [] }
}

/** Adds to several cells at once. */
export const raised = (report: SampleReport, by: number, ...cells: readonly CellRef[]): SampleReport =>
  cells.reduce((changed, cell) => withFigure(changed, cell, figureOf(changed, cell) + by), report)
