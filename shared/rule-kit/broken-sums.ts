import { EQUATIONS, type Equation } from '../form/equations.ts'
import type { Place, Report } from '../report/report.ts'
import { sidesOf } from '../report/sums.ts'

export type BrokenSum = { readonly name: string; readonly places: readonly Place[]; readonly expected: number; readonly actual: number }

/** The sums of one rule that do not hold; of cells that hold no count `cell-is-count` speaks, and no sum of them is told. `expected` is the sum of the parts, `actual` what stands on the other side. */
export function* brokenSums({ tables }: Report, rule: Equation['rule']): Generator<BrokenSum> {
  for (const equation of EQUATIONS) {
    const table = equation.right[0]?.table
    const sides = equation.rule === rule && table !== undefined ? sidesOf(equation, tables[table]) : undefined
    const isOfCounts = sides?.operands.every(({ value }) => Number.isInteger(value)) ?? false
    if (sides !== undefined && isOfCounts && sides.left !== sides.right)
      yield { name: equation.name, places: sides.operands.map(({ place }) => place), expected: sides.left, actual: sides.right }
  }
}

/** The total, which is the last operand, before its parts: it is the cell to look at first. */
export const totalFirst = (places: readonly Place[]): readonly Place[] => [...places.slice(-1), ...places.slice(0, -1)]
