import { formCell } from '../form/cells.ts'
import { type CellRef, type Edition, TABLE_NAMES, type TableNumber } from '../form/edition.ts'
import { isTurnedRound } from '../text/shown-text.ts'
import { hasUnit, parseAmount, parseFigure } from './figures.ts'
import type { FoundRow } from './found-rows.ts'
import type { LineCell } from './lines.ts'
import type { Figure, Place, ReportTable } from './report.ts'

const isEmpty = (cell: LineCell | undefined): boolean => cell === undefined || cell.text.trim() === ''

/** Where a table has more cells in a row than figures: empty ones before them (a label's cell was split) or behind (padding of text). */
export type Padding = 'before' | 'behind'

/** The ways in which `count` of the cells can be the row's figures, all others being empty. */
const waysToPick = (cells: readonly LineCell[], count: number): Partial<Record<Padding, readonly LineCell[]>> => ({
  ...(cells.slice(count).every(isEmpty) && { behind: cells.slice(0, count) }),
  ...(cells.slice(0, -count).every(isEmpty) && { before: cells.slice(-count) }),
})

const sameTexts = (a: readonly LineCell[], b: readonly LineCell[]): boolean =>
  a.every(({ text }, index) => text.trim() === b[index]?.text.trim())

/** Where the padding of a table stands, by those of its rows that leave no doubt; undefined where they do not agree, or none has any. */
export const paddingOf = (rows: readonly { readonly cells: readonly LineCell[]; readonly count: number }[]): Padding | undefined => {
  const seen = new Set<Padding>()
  for (const { cells, count } of rows) {
    const { before, behind } = cells.length > count ? waysToPick(cells, count) : {}
    if (before && !behind) seen.add('before')
    if (behind && !before) seen.add('behind')
  }
  const [only, second] = seen
  return second === undefined ? only : undefined
}

/**
 * The `count` cells that hold a row's figures; undefined where they cannot be told. A blank figure at an end of the row looks like
 * padding: then the padding of the table's other rows decides, and where it does not, nothing is guessed.
 */
export const pickCells = (cells: readonly LineCell[], count: number, padding?: Padding): readonly LineCell[] | undefined => {
  if (cells.length < count) return undefined
  const { before, behind } = waysToPick(cells, count)
  if (before && behind && !sameTexts(before, behind)) return padding === undefined ? undefined : { before, behind }[padding]
  return behind ?? before
}

export const cellPlace = (edition: Edition, cell: CellRef, source?: LineCell['source']): Place => ({
  part: formCell(edition, cell).name,
  section: cell.table,
  cell,
  ...(source && { source }),
})

/** The unit of amounts where the heads of a table give more than one. */
export const UNCLEAR = Symbol('unit unclear')

/** The figure that a cell prints; `headUnit` is the unit of amounts that the table's heads give. Its own unit counts before that. */
export const printedFigure = (edition: Edition, ref: CellRef, cell: LineCell, headUnit?: string | typeof UNCLEAR): Figure => {
  const text = cell.text.replaceAll('\u202e', '').trim()
  const place = cellPlace(edition, ref, cell.source)
  const doubt = cell.doubt ?? (isTurnedRound(cell.text) ? 'shown-otherwise' : undefined)
  if (doubt !== undefined) return { text, value: null, remark: null, doubt, place }
  if (formCell(edition, ref).kind !== 'amount') return { text, ...parseFigure(text), place }
  if (headUnit !== UNCLEAR) return { text, ...parseAmount(text, headUnit), place }
  const unclear = !hasUnit(text) && Number(parseAmount(text).value) !== 0
  return unclear ? { text, value: null, remark: null, doubt: 'unit-unclear', place } : { text, ...parseAmount(text), place }
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
