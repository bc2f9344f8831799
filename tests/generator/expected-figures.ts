import type { TableNumber } from '../../shared/form/edition.ts'
import { THREE } from '../../shared/form/table-three.ts'
import { TABLE_TWO } from '../../shared/form/table-two.ts'
import { sums } from './print/table-three.ts'
import type { SampleReport } from './sample-report.ts'
import type { Variants } from './variants.ts'

type ExpectedFigures = Readonly<Record<TableNumber, readonly (readonly (number | null)[])[] | null>>

/** The columns of `two` that the item of table 二 at an index fills. */
export const columnsOfItem = (report: SampleReport, index: number): number[] => {
  const items = TABLE_TWO[report.edition]
  const start = items.slice(0, index).reduce((total, { figures }) => total + figures.length, 0)
  return (items[index]?.figures ?? []).map((_, offset) => start + offset)
}

/** What a perfect reader finds in the sample: null where a cell holds no figure, a whole table null where it is left out. */
export const expectedFigures = (report: SampleReport, variants: Variants = {}): ExpectedFigures => {
  const { cells = [], rowsLeftOut = [] } = variants
  const single = variants.singleOtherRow || report.edition === '2019'
  const three = report.three.map((row, index) => {
    if (!single || index < THREE.overdueCorrection || index > THREE.otherHandling) return row
    return index === THREE.otherHandling ? sums(report.three.slice(THREE.overdueCorrection, THREE.otherHandling + 1)) : row.map(() => null)
  })
  const absent = (table: TableNumber, row: number, column: number): boolean =>
    rowsLeftOut.some((left) =>
      left.table === table && table === 2 ? columnsOfItem(report, left.row).includes(column) : left.table === table && left.row === row,
    )
  const read = (table: TableNumber, rows: readonly (readonly (number | null)[])[]) => {
    if (!report.sections.some(({ tables }) => tables.includes(table))) return null
    return rows.map((figures, row) =>
      figures.map((value, column) => {
        if (absent(table, row, column)) return null
        const printed = cells.find(({ cell }) => cell.table === table && cell.row === row && cell.column === column)
        return printed === undefined ? value : printed.value
      }),
    )
  }
  return { 2: read(2, [report.two]), 3: read(3, three), 4: read(4, [report.four]) }
}
