import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { THREE } from '../../shared/form/table-three.ts'
import { type ReportRecord, recordOf } from '../../shared/report/record.ts'
import { rollUp } from '../../shared/report/roll-up.ts'
import type { CellChange } from '../../shared/rule-kit/changed-report.ts'
import { soundReport } from '../reports/sound-report.ts'

const record = (...cells: CellChange[]): ReportRecord => recordOf(soundReport({ cells }))
const three = (row: number, column: number, text: string | null): CellChange => ({ table: 3, row, column, text })
const sum = (...records: ReportRecord[]) => rollUp(records.map((each, index) => ({ name: `第${index + 1}局`, record: each })))
const blankRow = (row: number): CellChange[] => [0, 1, 2, 3, 4, 5, 6].map((column) => three(row, column, null))
const trialThree = () => record(...blankRow(THREE.overdueCorrection), ...blankRow(THREE.overdueFee), three(THREE.otherHandling, 0, '5'))

describe('a roll-up', () => {
  it('adds every cell of every table', () => {
    const { tables, leftOut, blanks } = sum(record(), record(three(2, 3, '7')), record())
    expect(tables.two).toEqual([0, 0, 0, 3, 0, 12, 36, 9, 0, 4.5])
    expect(tables.three?.[0]).toEqual([30, 0, 0, 0, 0, 0, 30])
    expect(tables.three?.[2]).toEqual([27, 0, 0, 7, 0, 0, 27])
    expect(tables.four).toEqual([3, 0, 0, 3, 6, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0])
    expect([leftOut, blanks]).toEqual([[], []])
  })

  it('is the same in any order, and money loses nothing to binary fractions', () => {
    const amounts = fc.array(fc.integer({ min: 0, max: 10_000_000 }), { minLength: 1, maxLength: 30 })
    fc.assert(
      fc.property(amounts, (tenThousandths) => {
        const records = tenThousandths.map((amount) => record({ table: 2, row: 0, column: 9, text: (amount / 10_000).toFixed(4) }))
        const total = tenThousandths.reduce((all, each) => all + each, 0) / 10_000
        expect(sum(...records).tables.two?.[9]).toBe(total)
        expect(sum(...records.toReversed()).tables).toEqual(sum(...records).tables)
      }),
      { numRuns: 50 },
    )
  })

  it('has no figure where one report has none, and names it', () => {
    const { tables, blanks } = sum(record(), record(three(4, 1, '-')))
    expect(tables.three?.[4]).toEqual([0, null, 0, 0, 0, 0, 0])
    expect(blanks).toEqual([{ name: '第2局', cell: { table: 3, row: 4, column: 1 } }])
  })

  it('leaves a report out of the sum of a table that it does not have', () => {
    const [whole, part] = [record(), record()]
    const { tables, leftOut } = sum(whole, { ...part, tables: { ...part.tables, four: null } })
    expect(tables.four).toEqual(whole.tables.four)
    expect(tables.two?.[6]).toBe(24)
    expect(leftOut).toEqual([{ name: '第2局', table: 4, why: 'no-table' }])
  })

  it('cannot add a table 二 of the trial form', () => {
    const trial = record()
    const nothing = { previous: 0, change: 0, decisions: 0 }
    const stock = { made: 0, published: 0, total: 0 }
    const two2019 = {
      ...{ regulations: stock, normativeDocuments: stock, licensing: nothing, otherServices: nothing, penalties: nothing },
      ...{ compulsion: nothing, fees: { previous: 0, change: 0 }, procurement: { items: 0, amountWanYuan: 0 } },
    }
    const { tables, leftOut } = sum(record(), { ...trial, tables: { ...trial.tables, two: null, two2019 } })
    expect(tables.two).toEqual(record().tables.two)
    expect(leftOut).toEqual([{ name: '第2局', table: 2, why: 'trial-form' }])
  })

  it('has the single row (六) where any of the reports has it', () => {
    const modern = record(three(20, 0, '1'), three(21, 0, '2'), three(22, 0, '3'))
    const { tables, blanks, singleOtherRow } = sum(modern, trialThree())
    expect(singleOtherRow).toBe(true)
    expect([20, 21, 22].map((row) => tables.three?.[row]?.[0])).toEqual([null, null, 11])
    expect(blanks).toEqual([])
  })

  it('of no report at all has no tables', () => {
    expect(sum().tables).toEqual({ two: null, three: null, four: null })
  })
})
