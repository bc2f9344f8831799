import type { Figure, Report } from '../report/report.ts'
import type { Disagreement, RepairHint } from './assessment.ts'
import { blankGroups, brokenGroups, difference, figuresIn, isAbout, isBroken, type Sum, sumsOf } from './sum-groups.ts'

/** A group of sums that more cells are needed for is left to the clerk. */
const MOST_CELLS = 2

/** How a cell stands in a sum: added to the left side, or to the right. */
const sign = ({ left, right }: Sum, figure: Figure): number => (left.includes(figure) ? 1 : right.includes(figure) ? -1 : 0)

type Equation = { readonly signs: readonly number[]; readonly wanted: number }

/** What a sum asks of the cells: `signs` times their values make `wanted`. */
const equationOf = (sum: Sum, cells: readonly Figure[]): Equation => {
  const signs = cells.map((cell) => sign(sum, cell))
  const theirs = cells.reduce((total, { value }, index) => total + (signs[index] ?? 0) * (value ?? 0), 0)
  return { signs, wanted: difference(sum) + theirs }
}

const round = (value: number): number => Number(value.toFixed(6))

/** The value that the one unknown of an equation must have, the others being known; undefined where it has none or more. */
const settle = (
  { signs, wanted }: Equation,
  known: readonly (number | undefined)[],
): readonly [index: number, value: number] | undefined => {
  const open = signs.flatMap((each, index) => (each !== 0 && known[index] === undefined ? [index] : []))
  const [index, second] = open
  if (index === undefined || second !== undefined) return undefined
  const rest = signs.reduce((total, each, at) => total + each * (known[at] ?? 0), 0)
  return [index, round((wanted - rest) * (signs[index] ?? 1))]
}

/**
 * The values that make every sum about the cells hold: `none` where there are no such counts, `any` where the sums leave a choice. A sum
 * that a blank elsewhere leaves open has no say.
 */
const valuesFor = (cells: readonly Figure[], sums: readonly Sum[]): readonly number[] | 'none' | 'any' => {
  const equations = sums
    .filter((sum) => cells.some((cell) => isAbout(sum, cell)) && sum.blanks.every((blank) => cells.includes(blank)))
    .map((sum) => equationOf(sum, cells))
  const known: (number | undefined)[] = cells.map(() => undefined)
  for (const _ of cells)
    for (const equation of equations) {
      const [index, value] = settle(equation, known) ?? []
      if (index !== undefined) known[index] = value
    }
  const holds = ({ signs, wanted }: Equation): boolean =>
    round(signs.reduce((total, each, at) => total + each * (known[at] ?? Number.NaN), 0) - wanted) === 0
  const values = known.filter((value) => value !== undefined)
  if (values.length < cells.length) return 'any'
  return equations.every(holds) && values.every((value) => Number.isInteger(value) && value >= 0) ? values : 'none'
}

/** The sets of so many cells that stand in all sums of a group between them; of two, the second may also make up for the first elsewhere. */
const coveringSets = (group: readonly Sum[], size: number, sums: readonly Sum[]): (readonly Figure[])[] => {
  const [first] = group
  const present = (figures: readonly Figure[]): Figure[] => [...new Set(figures)].filter(({ value }) => value !== null)
  const starts = first === undefined ? [] : present(figuresIn(first))
  if (size === 1) return starts.filter((figure) => group.every((sum) => isAbout(sum, figure))).map((figure) => [figure])
  const sets = starts.flatMap((figure) => {
    const left = group.filter((sum) => !isAbout(sum, figure))
    const partners = left.length === 0 ? sums.filter((sum) => isAbout(sum, figure)).flatMap(figuresIn) : left.slice(0, 1).flatMap(figuresIn)
    return present(partners)
      .filter((partner) => partner !== figure && left.every((sum) => isAbout(sum, partner)))
      .map((partner) => [figure, partner])
  })
  const both = new Map(
    sets.map((set) => [
      set
        .map(({ place }) => JSON.stringify(place.cell))
        .toSorted()
        .join(),
      set,
    ]),
  )
  return [...both.values()]
}

/** In the order of the form. */
const changesOf = (cells: readonly Figure[], values: readonly number[]): RepairHint['changes'] =>
  cells
    .map((figure, index) => ({ figure, value: values[index] ?? 0 }))
    .toSorted(({ figure: { place: a } }, { figure: { place: b } }) => {
      const [rows, columns] = [(a.cell?.row ?? 0) - (b.cell?.row ?? 0), (a.cell?.column ?? 0) - (b.cell?.column ?? 0)]
      return rows === 0 ? columns : rows
    })

/** The smallest set of cells that mends a group, where there is only one. */
const mend = (group: readonly Sum[], sums: readonly Sum[]): RepairHint | undefined => {
  for (let size = 1; size <= MOST_CELLS; size += 1) {
    const found = coveringSets(group, size, sums).map((cells) => ({ cells, values: valuesFor(cells, sums) }))
    const [only, second] = found.filter(({ values }) => values !== 'none')
    if (only === undefined) continue
    if (second !== undefined || typeof only.values === 'string') return undefined
    return { changes: changesOf(only.cells, only.values), mends: group.map(({ equation: { rule, name } }) => ({ rule, name })) }
  }
  return undefined
}

/** What belongs into blank cells. A sum beside one that is broken may itself be wrong, and tells nothing. */
const fill = (blanks: readonly Figure[], sums: readonly Sum[]): RepairHint | undefined => {
  const broken = sums.filter(isBroken)
  const about = sums.filter((sum) => blanks.some((blank) => isAbout(sum, blank)))
  const isDoubtful = about.flatMap(figuresIn).some((figure) => broken.some((sum) => isAbout(sum, figure)))
  const values = blanks.length > MOST_CELLS || isDoubtful ? 'any' : valuesFor(blanks, sums)
  return typeof values === 'string' ? undefined : { changes: changesOf(blanks, values), mends: [] }
}

/**
 * For each group of sums of tables 三 and 四 that do not hold, and for each blank: the fewest cells, with their values, that mend it and
 * break nothing, where the sums leave no choice. What one mends has nothing to do with the others.
 */
export const repairHints = (report: Report): RepairHint[] => {
  const sums = sumsOf(report)
  return [
    ...brokenGroups(sums).flatMap((group) => mend(group, sums) ?? []),
    ...blankGroups(sums).flatMap((blanks) => fill(blanks, sums) ?? []),
  ]
}

/** Every sum that does not hold, and by how much. */
export const disagreements = (report: Report): Disagreement[] =>
  sumsOf(report)
    .filter(isBroken)
    .map((sum) => ({ rule: sum.equation.rule, name: sum.equation.name, difference: difference(sum) }))
