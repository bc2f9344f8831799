import { EQUATIONS, type Equation } from '../form/equations.ts'
import type { Figure, Report } from '../report/report.ts'
import { operandsOf } from '../report/sums.ts'

/** An equation as the report fills it in. */
export type Sum = {
  readonly equation: Equation
  readonly left: readonly Figure[]
  readonly right: readonly Figure[]
  readonly blanks: readonly Figure[]
}

const total = (figures: readonly Figure[]): number => figures.reduce((sum, { value }) => sum + (value ?? 0), 0)

/** By how much the right side is more than the left; blanks count as nothing. Parts of a sum that are no counts may have decimals. */
export const difference = ({ left, right }: Sum): number => Number((total(right) - total(left)).toFixed(6))

/** Every sum of tables 三 and 四 that has something on both sides. */
export const sumsOf = ({ tables }: Report): Sum[] =>
  EQUATIONS.flatMap((equation) => {
    const table = equation.right[0]?.table
    const { left, right } = table === undefined ? { left: [], right: [] } : operandsOf(equation, tables[table])
    const blanks = [...left, ...right].filter(({ value }) => value === null)
    return left.length === 0 || right.length === 0 ? [] : [{ equation, left, right, blanks }]
  })

export const isBroken = (sum: Sum): boolean => sum.blanks.length === 0 && difference(sum) !== 0
export const isAbout = ({ left, right }: Sum, figure: Figure): boolean => left.includes(figure) || right.includes(figure)
export const figuresIn = ({ left, right }: Sum): readonly Figure[] => [...left, ...right]

/** Splits things into groups that have nothing in common with each other, nor by way of a third; in the order of their first. */
const independent = <T>(all: readonly T[], haveInCommon: (a: T, b: T) => boolean): T[][] => {
  let groups: T[][] = []
  for (const each of all) {
    const touched = groups.filter((group) => group.some((other) => haveInCommon(each, other)))
    const [first] = touched
    const merged = [...touched.flat(), each]
    groups =
      first === undefined
        ? [...groups, merged]
        : groups.flatMap((group) => (group === first ? [merged] : touched.includes(group) ? [] : [group]))
  }
  return groups
}

/** Broken sums by groups that share no cell: what mends one group cannot touch another. */
export const brokenGroups = (sums: readonly Sum[]): Sum[][] =>
  independent(sums.filter(isBroken), (a, b) => figuresIn(a).some((figure) => isAbout(b, figure)))

/** Blank cells by groups that stand in no sum together. A cell that the file lacks cannot be filled. */
export const blankGroups = (sums: readonly Sum[]): Figure[][] =>
  independent(
    [...new Set(sums.flatMap(({ blanks }) => blanks))].filter(({ text }) => text !== null),
    (a, b) => sums.some((sum) => isAbout(sum, a) && isAbout(sum, b)),
  )
