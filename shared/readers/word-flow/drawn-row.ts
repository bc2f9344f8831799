import type { Block, Doubt, Source } from '../../document/document.ts'

/** How a cell hangs together with its neighbours, apart from its width. */
export type Merge = {
  /** 0: none. A run of merged cells opens with a value and goes on through the cells that hold the other one: which is which differs by source. */
  readonly across: 0 | 1 | 2
  readonly down: 'none' | 'first' | 'continued'
}

export const UNMERGED: Merge = { across: 0, down: 'none' }

/** The shape that Word keeps with the end of a row: one edge more than cells, from left to right, in twips (1440 an inch). */
export type RowShape = {
  readonly edges: readonly number[]
  readonly merges: readonly Merge[]
  /** The colours that cells are filled with, by their number from 0; absent: none. */
  readonly grounds?: readonly (string | undefined)[]
  /** In twips; negative: exactly so, and what is higher is cut off. */
  readonly height?: number
}

export type DrawnCell = { readonly blocks: readonly Block[]; readonly source: Source; readonly doubt?: Doubt }

/** A row as both Word formats write it: cells in order, and where the lines between them are drawn. No shape: the row's end is lost. */
export type DrawnRow = { readonly cells: readonly DrawnCell[]; readonly shape: RowShape | undefined }
