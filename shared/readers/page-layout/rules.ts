import type { Rule } from './page-content.ts'

/** Lines this near each other are one: some programs draw the edge of each cell for itself, or a border twice. */
export const SNAP = 2
/** A gap along a line that is none: dashes, and the ends of neighbouring cells' edges. */
const GAP = 2.5
const SHORTEST = 5

const joinAlong = (pieces: readonly Rule[]): Rule[] => {
  const joined: { at: number; from: number; to: number }[] = []
  const length = pieces.reduce((sum, { from, to }) => sum + to - from, 0)
  const at = length === 0 ? 0 : pieces.reduce((sum, piece) => sum + piece.at * (piece.to - piece.from), 0) / length
  for (const { from, to } of pieces.toSorted((a, b) => a.from - b.from)) {
    const last = joined.at(-1)
    if (last !== undefined && from - last.to <= GAP) last.to = Math.max(last.to, to)
    else joined.push({ at, from, to })
  }
  return joined.filter((rule) => rule.to - rule.from >= SHORTEST)
}

/** The rules that many drawn pieces make up, in order across: pieces that lie on one line are moved onto it and joined. */
export const joinRules = (pieces: readonly Rule[]): Rule[] => {
  const lines: Rule[][] = []
  let start = Number.NEGATIVE_INFINITY
  for (const piece of pieces.toSorted((a, b) => a.at - b.at)) {
    if (piece.at - start > SNAP) {
      lines.push([])
      start = piece.at
    }
    lines.at(-1)?.push(piece)
  }
  return lines.flatMap(joinAlong)
}
