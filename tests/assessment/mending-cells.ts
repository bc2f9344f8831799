import type { CellRef } from '../../shared/form/edition.ts'
import { THREE } from '../../shared/form/table-three.ts'
import { brokenEquations } from '../generator/broken-equations.ts'
import { at, figureOf, raised } from '../generator/plant/change-figures.ts'
import type { SampleReport } from '../generator/sample-report.ts'

/** Cells of tables 三 and 四 that the report prints. */
export const printedCells = ({ edition, three, four }: SampleReport): CellRef[] => [
  ...three.flatMap((row, index) =>
    edition === '2019' && (index === THREE.overdueCorrection || index === THREE.overdueFee)
      ? []
      : row.map((_, column) => at(3, index, column)),
  ),
  ...four.map((_, column) => at(4, 0, column)),
]

export const withValue = (report: SampleReport, cell: CellRef, value: number): SampleReport =>
  raised(report, value - figureOf(report, cell), cell)

const isSound = (report: SampleReport): boolean => brokenEquations(report).length === 0

/** Every cell and number that would make all sums hold, found by trying them all: the oracle of the hint. */
export const mendingCells = (
  report: SampleReport,
  values: (cell: CellRef) => readonly number[],
): { readonly cell: CellRef; readonly value: number }[] =>
  printedCells(report).flatMap((cell) =>
    values(cell)
      .filter((value) => value !== figureOf(report, cell) && isSound(withValue(report, cell, value)))
      .map((value) => ({ cell, value })),
  )

/** The sums that a cell stands in, as `brokenEquations` names them. */
const sumsOf = ({ table, row, column }: CellRef): string[] => {
  if (table === 4) return [`table4-total ${Math.floor(column / 5)}`]
  const isBooked = [THREE.received, THREE.carriedIn, THREE.handledTotal, THREE.carriedOut].some((each) => each === row)
  const isHandling = row >= THREE.firstDisposition && row <= THREE.handledTotal
  return [
    `table3-row-total ${row}`,
    ...(isHandling ? [`table3-disposition-total ${column}`] : []),
    ...(isBooked ? [`table3-balance ${column}`] : []),
  ]
}

export type Change = { readonly cell: CellRef; readonly value: number }

/** The smallest sets of one or two changes by one of the steps that make all sums hold, found by trying: the oracle of the hints. */
export const smallestMends = (report: SampleReport, steps: readonly number[]): Change[][] => {
  const change = (cell: CellRef): Change[] =>
    steps.map((step) => ({ cell, value: figureOf(report, cell) + step })).filter(({ value }) => value >= 0)
  const applied = (changes: readonly Change[]): SampleReport =>
    changes.reduce((changed, { cell, value }) => withValue(changed, cell, value), report)
  const broken = brokenEquations(report)
  const cells = printedCells(report)
  const covers = (...chosen: CellRef[]): boolean => broken.every((name) => chosen.some((cell) => sumsOf(cell).includes(name)))
  const singles = cells.filter((cell) => covers(cell)).flatMap(change)
  const mending = singles.filter((each) => isSound(applied([each]))).map((each) => [each])
  if (mending.length > 0) return mending
  const pairs = cells.flatMap((a, at) => cells.slice(at + 1).flatMap((b) => (covers(a, b) ? [[a, b] as const] : [])))
  return pairs
    .flatMap(([a, b]) => change(a).flatMap((first) => change(b).map((second) => [first, second])))
    .filter((each) => isSound(applied(each)))
}
