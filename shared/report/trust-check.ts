import type { Format } from '../document/document.ts'
import type { TableNumber } from '../form/edition.ts'
import { EQUATIONS } from '../form/equations.ts'
import type { KnownFormat } from '../readers/registry.ts'
import { emptyTable } from './figure-cells.ts'
import type { Line } from './lines.ts'
import type { ReportTable } from './report.ts'
import { operandsOf, sidesOf } from './sums.ts'

/**
 * Whether every sum within the table holds; a sum with a blank operand does not speak for the read. Those of rows that the table's form
 * lacks are none.
 */
const sumsHold = (number: TableNumber, table: ReportTable): boolean =>
  EQUATIONS.filter(({ right }) => right[0]?.table === number).every((equation) => {
    if (operandsOf(equation, table).left.length === 0) return true
    const sides = sidesOf(equation, table)
    return sides !== undefined && sides.left === sides.right
  })

/** Formats that have letters at their places, and no tables but those that lines are drawn around. */
const SET_ON_PAGES: readonly Format[] = ['pdf', 'ofd'] satisfies readonly KnownFormat[]

/** Whether figures come from lines of such a text, where only white space tells which belong to which column. */
const isFromLines = ({ figures }: ReportTable, format: Format): boolean =>
  SET_ON_PAGES.includes(format) && figures.flat().some(({ text, place }) => text !== null && place.source?.table === undefined)

/**
 * The table as read, unless the read cannot be trusted: where columns were only inferred from white space, no label may be
 * missing and every sum must hold; where the reader itself is not sure, nothing is believed.
 */
export const checkTrust = (number: TableNumber, table: ReportTable, lines: readonly Line[], format: Format): ReportTable => {
  const trusts = new Set(lines.flatMap((line) => (line.kind === 'row' && line.trust !== undefined ? [line.trust] : [])))
  const inferred = trusts.has('inferred') || isFromLines(table, format)
  const certain = !trusts.has('uncertain') && (!inferred || (table.gaps.length === 0 && sumsHold(number, table)))
  return table.state !== 'read' || certain ? table : emptyTable(number, 'uncertain', table.form, table.place.source)
}
