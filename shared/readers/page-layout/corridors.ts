import type { Glyph } from './page-content.ts'

export type Interval = { readonly from: number; readonly to: number }

/** In ems: how much wider a gap has to be each time, and the widest that could be part of a column. */
const [STEP, WIDEST] = [0.02, 1.5]

const merged = (sorted: readonly Glyph[], gap: number): Interval[] => {
  const intervals: { from: number; to: number }[] = []
  for (const { x0, x1 } of sorted) {
    const last = intervals.at(-1)
    if (last !== undefined && x0 - last.to <= gap) last.to = Math.max(last.to, x1)
    else intervals.push({ from: x0, to: x1 })
  }
  return intervals
}

/**
 * The columns that figures stand in, told by the white corridors between them on all lines at once: gaps are closed from the narrowest
 * on, until as many columns are left as there should be. Undefined where that never happens.
 */
export const columnsOf = (glyphs: readonly Glyph[], count: number): Interval[] | undefined => {
  const sorted = glyphs.toSorted((a, b) => a.x0 - b.x0)
  const em = Math.max(...glyphs.map(({ size }) => size))
  for (let gap = 0; gap <= WIDEST; gap += STEP) {
    const intervals = merged(sorted, gap * em)
    if (intervals.length === count) return intervals
    if (intervals.length < count) return undefined
  }
  return undefined
}
