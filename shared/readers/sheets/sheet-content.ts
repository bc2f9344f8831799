import type { Doubt } from '../../document/document.ts'
import type { Remark } from '../../document/reading.ts'

/** A cell of a sheet; rows and columns count from 0 as in the file. */
export type SheetCell = { readonly row: number; readonly column: number; readonly text: string; readonly doubt?: Doubt }

/** Both ends included. */
export type Range = { readonly s: { readonly r: number; readonly c: number }; readonly e: { readonly r: number; readonly c: number } }

/** What stands on a sheet, before rows and columns that are hidden are taken out. */
export type SheetContent = {
  readonly cells: readonly SheetCell[]
  readonly merges: readonly Range[]
  readonly hiddenRows: ReadonlySet<number>
  /** By column from 0; columns behind the last are shown. */
  readonly hiddenColumns: readonly boolean[]
  /** What was left out of its cells. */
  readonly remarks: ReadonlySet<Remark>
}

/** No sheet has more. */
export const [MOST_ROWS, MOST_COLUMNS] = [1_048_576, 16_384]

/** A place as one number, for keys. */
export const placeNumber = (row: number, column: number): number => row * MOST_COLUMNS + column

const holds = ({ s, e }: Range, row: number, column: number): boolean => row >= s.r && row <= e.r && column >= s.c && column <= e.c

/** The cells, those with figures in the ranges with a doubt; `isMeant` takes the index of a cell, `step` is called at each. */
export const doubtedWithin = (
  cells: readonly SheetCell[],
  ranges: readonly Range[],
  why: Doubt,
  { step, isMeant = () => true }: { readonly step: () => void; readonly isMeant?: (index: number) => boolean },
): SheetCell[] =>
  cells.map((cell, index) => {
    step()
    if (cell.doubt !== undefined || !/\d/.test(cell.text) || !ranges.some((range) => holds(range, cell.row, cell.column))) return cell
    return isMeant(index) ? { ...cell, doubt: why } : cell
  })
