import type { TableNumber } from '../form/edition.ts'
import { EQUATIONS } from '../form/equations.ts'
import { emptyTable } from './figure-cells.ts'
import type { Line } from './lines.ts'
import type { ReportTable } from './report.ts'
import { sidesOf } from './sums.ts'

/** Whether every sum within the table holds; a sum with a blank operand does not speak for the read. */
const sumsHold = (number: TableNumber, table: ReportTable): boolean =>
  EQUATIONS.filter(({ right }) => right[0]?.table === number).every((equation) => {
    const sides = sidesOf(equation, table)
    return sides !== undefined && sides.left === sides.right
  })

/**
 * The table as read, unless the read cannot be vouched for: where columns were only inferred from white space, no label may be
 * missing and every sum must hold; where the reader itself is not sure, nothing is believed.
 */
export const vouchFor = (number: TableNumber, table: ReportTable, lines: readonly Line[]): ReportTable => {
  const trusts = new Set(lines.flatMap((line) => (line.kind === 'row' && line.trust !== undefined ? [line.trust] : [])))
  const certain = !trusts.has('uncertain') && (!trusts.has('inferred') || (table.gaps.length === 0 && sumsHold(number, table)))
  return table.state !== 'read' || certain ? table : emptyTable(number, 'uncertain', table.form, table.place.source)
}
