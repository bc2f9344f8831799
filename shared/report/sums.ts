import type { CellRef } from '../form/edition.ts'
import type { Equation } from '../form/equations.ts'
import type { Figure, ReportTable } from './report.ts'

/** The two sides of an equation as a table has them; undefined where an operand is blank, so that there is nothing to judge. */
export const sidesOf = (
  { left, right }: Equation,
  { figures, form }: ReportTable,
): { left: number; right: number; operands: Figure[] } | undefined => {
  const figuresOf = (refs: readonly CellRef[]): Figure[] =>
    refs.flatMap(({ row, column }) => figures[row]?.[column] ?? []).filter(({ text }) => text !== null || form !== '2019')
  const sum = (operands: readonly Figure[]): number => operands.reduce((total, { value }) => total + (value ?? Number.NaN), 0)
  const [leftFigures, rightFigures] = [figuresOf(left), figuresOf(right)]
  const sides = { left: sum(leftFigures), right: sum(rightFigures), operands: [...leftFigures, ...rightFigures] }
  return leftFigures.length === 0 || rightFigures.length === 0 || Number.isNaN(sides.left + sides.right) ? undefined : sides
}
