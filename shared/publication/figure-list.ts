import { type CellKind, TABLE_NAMES, TABLE_NUMBERS, type TableNumber } from '../form/edition.ts'
import { TABLE_FOUR_COLUMNS, TABLE_FOUR_GROUPS } from '../form/table-four.ts'
import { TABLE_THREE_COLUMNS } from '../form/table-three.ts'
import { TABLE_TWO } from '../form/table-two.ts'
import type { Figure, Report, ReportTable } from '../report/report.ts'
import { shownRows } from './table-three-rows.ts'

/** A figure with its labels, which say all of it: `(三)不予公开 1.属于国家秘密` × `自然人`. */
export type LabelledFigure = {
  readonly table: string
  readonly row: string
  readonly column: string
  readonly kind: CellKind
  readonly value: number | null
}

const labelled = (table: TableNumber, row: string, column: string, figure: Figure | undefined, kind: CellKind = 'count') => ({
  table: TABLE_NAMES[table],
  row,
  column,
  kind,
  value: figure?.value ?? null,
})

const tableTwo = ({ form, figures: [row = []] }: ReportTable): LabelledFigure[] =>
  TABLE_TWO[form]
    .flatMap(({ label, figures }) => figures.map((figure) => ({ row: label, ...figure })))
    .map((cell, index) => labelled(2, cell.row, cell.label, row[index], cell.kind))

const tableThree = ({ form, figures }: ReportTable): LabelledFigure[] =>
  shownRows(form).flatMap(({ index, group, label }) =>
    TABLE_THREE_COLUMNS.map((column, at) => labelled(3, group === undefined ? label : `${group} ${label}`, column, figures[index]?.[at])),
  )

const tableFour = ({ figures: [row = []] }: ReportTable): LabelledFigure[] =>
  TABLE_FOUR_GROUPS.flatMap((group) => TABLE_FOUR_COLUMNS.map((column) => ({ group, column }))).map(({ group, column }, index) =>
    labelled(4, group, column, row[index]),
  )

const LISTS: Record<TableNumber, (table: ReportTable) => LabelledFigure[]> = { 2: tableTwo, 3: tableThree, 4: tableFour }

/** Every figure of the tables that could be read, one by one, in the order of the form. */
export const figureList = ({ tables }: Report): LabelledFigure[] =>
  TABLE_NUMBERS.flatMap((number) => (tables[number].state === 'read' ? LISTS[number](tables[number]) : []))
