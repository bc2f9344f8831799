import { describe, expect, it } from 'vitest'
import { expectedFigures } from './expected-figures.ts'
import { sampleReport } from './sample-report.ts'

const REPORT = sampleReport({ seed: 8, year: 2024 })

describe('expected figures', () => {
  it('are those of the report where nothing is varied', () => {
    expect(expectedFigures(REPORT)).toEqual({ 2: [REPORT.two], 3: REPORT.three, 4: [REPORT.four] })
  })

  it('are null where a cell prints no number', () => {
    const figures = expectedFigures(REPORT, { cells: [{ cell: { table: 4, row: 0, column: 3 }, text: '无', value: null }] })
    expect(figures[4]).toEqual([REPORT.four.map((value, column) => (column === 3 ? null : value))])
  })

  it('are null in rows left out, of table 二 in every cell of the item', () => {
    const figures = expectedFigures(REPORT, {
      rowsLeftOut: [
        { table: 2, row: 1 },
        { table: 3, row: 7 },
      ],
    })
    expect(figures[2]?.[0]?.map((value) => value === null)).toEqual([false, false, false, true, true, true, false, false, false, false])
    expect(figures[3]?.flatMap((row, index) => (row.every((value) => value === null) ? [index] : []))).toEqual([7])
  })

  it('of the single row (六) stand in row 22, the rows above it null', () => {
    const single = expectedFigures(REPORT, { singleOtherRow: true })[3]
    expect(single?.[20]).toEqual(Array.from({ length: 7 }, () => null))
    expect(single?.[22]).toEqual(
      [0, 1, 2, 3, 4, 5, 6].map((column) => [20, 21, 22].reduce((total, row) => total + (REPORT.three[row]?.[column] ?? 0), 0)),
    )
  })

  it('of a table left out are null', () => {
    const sections = REPORT.sections.map((section) => ({ ...section, tables: section.tables.filter((table) => table !== 3) }))
    expect(expectedFigures({ ...REPORT, sections })[3]).toBeNull()
  })
})
