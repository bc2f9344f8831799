import { type Grid, gridOf } from './grid-cells.ts'
import type { Rule } from './page-content.ts'
import { joinRules, SNAP } from './rules.ts'
import { unions } from './unions.ts'

/** More rules than this on one page are a drawing. */
const MOST_RULES = 1_500

type Crossing = { readonly horizontals: Rule[]; readonly verticals: Rule[] }

const crosses = (horizontal: Rule, vertical: Rule): boolean =>
  vertical.at >= horizontal.from - SNAP &&
  vertical.at <= horizontal.to + SNAP &&
  horizontal.at >= vertical.from - SNAP &&
  horizontal.at <= vertical.to + SNAP

/** Rules that hang together by crossing each other. */
const crossings = (horizontals: readonly Rule[], verticals: readonly Rule[]): Crossing[] => {
  const { find, join } = unions(horizontals.length + verticals.length)
  for (const [h, horizontal] of horizontals.entries())
    for (const [v, vertical] of verticals.entries()) if (crosses(horizontal, vertical)) join(h, horizontals.length + v)
  const groups = new Map<number, Crossing>()
  const groupOf = (index: number): Crossing => {
    const group = groups.get(find(index)) ?? { horizontals: [], verticals: [] }
    groups.set(find(index), group)
    return group
  }
  for (const [index, rule] of horizontals.entries()) groupOf(index).horizontals.push(rule)
  for (const [index, rule] of verticals.entries()) groupOf(horizontals.length + index).verticals.push(rule)
  return [...groups.values()].filter((group) => group.horizontals.length > 0 && group.verticals.length > 0)
}

/** A rule that runs on further than this past the last one that crosses it meets an edge that was not drawn. */
const ROOM = 5

/** Edges that were not drawn: the last row on a page often has no rule below, and a table may be open at its sides. */
const undrawnEdges = (rules: readonly Rule[], across: readonly Rule[]): Rule[] => {
  const places = across.map(({ at }) => at)
  const [from, to] = [Math.min(...across.map((rule) => rule.from)), Math.max(...across.map((rule) => rule.to))]
  const before = rules.filter((rule) => rule.from < Math.min(...places) - ROOM)
  const behind = rules.filter((rule) => rule.to > Math.max(...places) + ROOM)
  return [
    ...(before.length < 2 ? [] : [{ at: Math.min(...before.map((rule) => rule.from)), from, to }]),
    ...(behind.length < 2 ? [] : [{ at: Math.max(...behind.map((rule) => rule.to)), from, to }]),
  ]
}

/** The grids that the lines on a page draw. */
export const gridsOf = (horizontals: readonly Rule[], verticals: readonly Rule[]): Grid[] => {
  const [across, down] = [joinRules(horizontals), joinRules(verticals)]
  if (across.length > MOST_RULES || down.length > MOST_RULES) return []
  return crossings(across, down).flatMap((group) => {
    const [rows, columns] = [undrawnEdges(group.verticals, group.horizontals), undrawnEdges(group.horizontals, group.verticals)]
    return gridOf([...group.horizontals, ...rows], [...group.verticals, ...columns]) ?? []
  })
}
