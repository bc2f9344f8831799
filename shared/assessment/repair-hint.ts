import { EQUATIONS } from '../form/equations.ts'
import type { Figure, Report } from '../report/report.ts'
import { operandsOf, sidesOf } from '../report/sums.ts'
import type { Disagreement, RepairHint } from './assessment.ts'

/** An equation as the report fills it in. */
type Sum = { readonly left: readonly Figure[]; readonly right: readonly Figure[]; readonly blanks: readonly Figure[] }

const total = (figures: readonly Figure[]): number => figures.reduce((sum, { value }) => sum + (value ?? 0), 0)

const sumsOf = ({ tables }: Report): Sum[] =>
  EQUATIONS.flatMap((equation) => {
    const table = equation.right[0]?.table
    const { left, right } = table === undefined ? { left: [], right: [] } : operandsOf(equation, tables[table])
    const blanks = [...left, ...right].filter(({ value }) => value === null)
    return left.length === 0 || right.length === 0 ? [] : [{ left, right, blanks }]
  })

const isBroken = ({ left, right, blanks }: Sum): boolean => blanks.length === 0 && total(left) !== total(right)
const isAbout = ({ left, right }: Sum, figure: Figure): boolean => left.includes(figure) || right.includes(figure)

/**
 * The value that makes every sum about the figure hold, where it is a count that they agree on. A sum that some other cell's
 * blank leaves open has no say.
 */
const valueThatMends = (figure: Figure, sums: readonly Sum[]): number | undefined => {
  const others = (figures: readonly Figure[]): number => total(figures.filter((each) => each !== figure))
  const wanted = sums
    .filter((sum) => isAbout(sum, figure) && sum.blanks.every((blank) => blank === figure))
    .map(({ left, right }) => (left.includes(figure) ? others(right) - others(left) : others(left) - others(right)))
  const [value] = wanted
  return value !== undefined && Number.isInteger(value) && value >= 0 && wanted.every((each) => each === value) ? value : undefined
}

/** Cells that could mend: those in every broken sum or, where none is broken, the blank ones. A cell that the file lacks is none. */
const candidates = (sums: readonly Sum[]): Set<Figure> => {
  const [first, ...others] = sums.filter(isBroken)
  const figures =
    first === undefined
      ? sums.flatMap(({ blanks }) => blanks)
      : [...first.left, ...first.right].filter((figure) => others.every((sum) => isAbout(sum, figure)))
  return new Set(figures.filter(({ text }) => text !== null))
}

/**
 * The single cell, with its one value, that mends every broken sum of tables 三 and 四 at once and breaks none; null where nothing is
 * broken or blank, and where no cell or more than one would do.
 */
export const repairHint = (report: Report): RepairHint | null => {
  const sums = sumsOf(report)
  const hints = Array.from(candidates(sums), (figure) => ({ figure, value: valueThatMends(figure, sums) })).flatMap(({ figure, value }) =>
    value === undefined ? [] : [{ figure, value }],
  )
  const [hint] = hints
  return hint !== undefined && hints.length === 1 ? hint : null
}

/** Every sum that does not hold, and by how much. */
export const disagreements = ({ tables }: Report): Disagreement[] =>
  EQUATIONS.flatMap((equation) => {
    const table = equation.right[0]?.table
    const sides = table === undefined ? undefined : sidesOf(equation, tables[table])
    return sides === undefined || sides.left === sides.right
      ? []
      : [{ rule: equation.rule, name: equation.name, difference: sides.right - sides.left }]
  })
