import { formCell } from '../form/cells.ts'
import { type CellRef, type Edition, TABLE_NAMES, type TableNumber } from '../form/edition.ts'
import { parseFigure } from './figures.ts'
import type { FoundRow } from './found-rows.ts'
import type { LineCell } from './lines.ts'
import type { Figure, Place, ReportTable } from './report.ts'

const isEmpty = (cell: LineCell | undefined): boolean => cell === undefined || cell.text.trim() === ''

/**
 * The `count` cells that hold a row's figures; undefined where they cannot be told. Empty cells beyond the count are padding
 * (behind the figures in text, before them where a label's cell was split), but a row never gets cells it does not have.
 */
export const pickCells = (cells: readonly LineCell[], count: number): readonly LineCell[] | undefined => {
  if (cells.length < count) return undefined
  const [front, back] = [cells.slice(0, count), cells.slice(-count)]
  if (cells.slice(count).every(isEmpty)) return front
  return cells.slice(0, -count).every(isEmpty) ? back : undefined
}

export const cellPlace = (edition: Edition, cell: CellRef, source?: LineCell['source']): Place => ({
  part: formCell(edition, cell).name,
  section: cell.table,
  cell,
  ...(source && { source }),
})

export const printedFigure = (edition: Edition, ref: CellRef, cell: LineCell): Figure => {
  const text = cell.text.trim()
  return { text, ...parseFigure(text), place: cellPlace(edition, ref, cell.source) }
}

/** The figure of a cell that the file does not have. */
export const absentFigure = (edition: Edition, ref: CellRef): Figure => ({
  text: null,
  value: null,
  remark: null,
  place: cellPlace(edition, ref),
})

export const tablePlace = (table: TableNumber, source?: LineCell['source']): Place => ({
  part: TABLE_NAMES[table],
  section: table,
  ...(source && { source }),
})

/** A table none of whose figures are there to be judged. */
export const emptyTable = (
  table: TableNumber,
  state: Exclude<ReportTable['state'], 'read'>,
  form: Edition,
  source?: LineCell['source'],
): ReportTable => ({
  state,
  form,
  figures: [],
  gaps: [],
  labels: [],
  place: tablePlace(table, source),
})

/** Of rows found twice (a repeated table), the first; undefined where two of the same label differ. */
export const withoutRepeats = (found: readonly FoundRow[]): ReadonlyMap<number, FoundRow> | undefined => {
  const byRow = new Map<number, FoundRow>()
  const values = ({ cells }: FoundRow): string => cells.map(({ text }) => parseFigure(text).value).join()
  for (const row of found) {
    const earlier = byRow.get(row.label.row)
    if (earlier === undefined) byRow.set(row.label.row, row)
    else if (values(earlier) !== values(row)) return undefined
  }
  return byRow
}
