import type { CellRef } from '../form/edition.ts'
import type { Equation } from '../form/equations.ts'
import { type Figure, figureIn, type ReportTable } from './report.ts'

/** The figures that an equation is about, as a table has them: those of rows that the trial form lacks are left out. */
export const operandsOf = ({ left, right }: Equation, table: ReportTable): { left: Figure[]; right: Figure[] } => {
  const figuresOf = (refs: readonly CellRef[]): Figure[] =>
    refs.flatMap((cell) => figureIn(table, cell) ?? []).filter(({ text }) => text !== null || table.form !== '2019')
  return { left: figuresOf(left), right: figuresOf(right) }
}

/** The two sides of an equation as a table has them; undefined where an operand is blank, so that there is nothing to judge. */
export const sidesOf = (equation: Equation, table: ReportTable): { left: number; right: number; operands: Figure[] } | undefined => {
  const sum = (operands: readonly Figure[]): number => operands.reduce((total, { value }) => total + (value ?? Number.NaN), 0)
  const { left, right } = operandsOf(equation, table)
  const sides = { left: sum(left), right: sum(right), operands: [...left, ...right] }
  return left.length === 0 || right.length === 0 || Number.isNaN(sides.left + sides.right) ? undefined : sides
}
