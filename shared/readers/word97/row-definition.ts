import type { ByteView } from '../compound-file/byte-view.ts'
import type { Merge, RowShape } from '../word-flow/drawn-row.ts'
import type { Modifier } from './modifiers.ts'

const MOST_CELLS = 63
const CELL_BYTES = 20

const DOWN = ['none', 'continued', 'none', 'first'] as const

const mergeOf = (flags: number): Merge => ({
  across: flags & 2 ? 2 : flags & 1 ? 1 : 0,
  down: DOWN[(flags >> 5) & 3] ?? 'none',
})

/** The definition of a row: its count of cells, one edge more, and 20 bytes for each cell, of which those at the end may be left out. */
export const readRowDefinition = (list: ByteView, { at, size }: Modifier): RowShape | undefined => {
  const count = size > 0 ? list.u8(at) : 0
  const cells = at + 1 + (count + 1) * 2
  if (count === 0 || count > MOST_CELLS || cells > at + size) return undefined
  return {
    edges: Array.from({ length: count + 1 }, (_, index) => list.i16(at + 1 + index * 2)),
    merges: Array.from({ length: count }, (_, index) => {
      const cell = cells + index * CELL_BYTES
      return mergeOf(cell + 2 <= at + size ? list.u16(cell) : 0)
    }),
  }
}

/** A later change: one cell is merged, or no longer merged, with the one above. */
export const withMergeDown = (shape: RowShape, cell: number, flags: number): RowShape => ({
  ...shape,
  merges: shape.merges.map((merge, index) => (index === cell ? { ...merge, down: DOWN[flags & 3] ?? 'none' } : merge)),
})

/** A later change: the cells `from` up to `to`, without `to`, become one. */
export const withMergeAcross = (shape: RowShape, from: number, to: number): RowShape => ({
  ...shape,
  merges: shape.merges.map((merge, index) => (index < from || index >= to ? merge : { ...merge, across: index === from ? 1 : 2 })),
})
