import { printedCells } from '../form/cells.ts'
import { type CellKind, TABLE_NAMES, TABLE_NUMBERS } from '../form/edition.ts'
import { figureIn, type Report } from '../report/report.ts'

/** A figure with its labels, which say all of it: `(三)不予公开 1.属于国家秘密` × `自然人`. */
export type LabelledFigure = {
  readonly table: string
  readonly row: string
  readonly column: string
  readonly kind: CellKind
  readonly value: number | null
}

/** Every figure of the tables that could be read, one by one, in the order of the form. */
export const figureList = ({ tables }: Report): LabelledFigure[] =>
  TABLE_NUMBERS.flatMap((number) => {
    const table = tables[number]
    if (table.state !== 'read') return []
    return printedCells(table.form, number).map(({ ref, group, row, column, kind }) => ({
      table: TABLE_NAMES[number],
      row: group === undefined ? row : `${group} ${row}`,
      column,
      kind,
      value: figureIn(table, ref)?.value ?? null,
    }))
  })
