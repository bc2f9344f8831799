import { describe, expect, it } from 'vitest'
import { printedCells } from '../../shared/form/cells.ts'
import { type Edition, TABLE_NUMBERS, type TableNumber } from '../../shared/form/edition.ts'
import { LAYOUTS, placedCells } from '../../shared/form/layout.ts'
import { printReport } from '../generator/print/print-report.ts'
import { sampleReport } from '../generator/sample-report.ts'

const EDITIONS: readonly { edition: Edition; year: number }[] = [
  { edition: '2021', year: 2024 },
  { edition: '2019', year: 2020 },
]
const CASES = EDITIONS.flatMap((each) => TABLE_NUMBERS.map((table) => ({ ...each, table })))

/** The table as the generator prints it, whose heads and spans are written there on their own. */
const sampleTable = (year: number, table: TableNumber) =>
  printReport(sampleReport({ seed: 3, year })).blocks.filter((block) => block.kind === 'table')[table - 2]

describe.each(CASES)('the layout of table $table in the form of $edition', ({ edition, year, table }) => {
  const layout = LAYOUTS[edition][table]

  it('is that of a printed report: words, spans and places of figures', () => {
    const rows = layout.parts.flatMap((part) => part.rows)
    const printed = rows.map((cells) =>
      cells.map((cell) => ({ columns: cell.columns, rows: cell.rows, is: cell.kind === 'figure' ? cell.ref : cell.text })),
    )
    const sample = sampleTable(year, table)
    expect(layout.columns).toBe(sample?.columns)
    expect(printed).toEqual(
      sample?.rows.map((cells) =>
        cells.map(({ columnSpan, rowSpan, figure, text }) => ({ columns: columnSpan, rows: rowSpan, is: figure ?? text })),
      ),
    )
  })

  it('has every cell that the form has, once and in its order', () => {
    const refs = placedCells(layout).flatMap(({ cell }) => (cell.kind === 'figure' ? [cell.ref] : []))
    expect(refs).toEqual(printedCells(edition, table).map(({ ref }) => ref))
  })

  it('fills its grid, without a gap and without a cell on another', () => {
    const squares = placedCells(layout).flatMap(({ cell, row, column }) =>
      Array.from({ length: cell.rows * cell.columns }, (_, at) => `${row + Math.floor(at / cell.columns)} ${column + (at % cell.columns)}`),
    )
    const height = layout.parts.flatMap(({ rows }) => rows).length
    expect(new Set(squares).size).toBe(squares.length)
    expect(squares).toHaveLength(height * layout.columns)
  })
})
