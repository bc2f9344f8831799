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

export const isSound = (report: SampleReport): boolean => brokenEquations(report).length === 0

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
