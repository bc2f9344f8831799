import type { Block, Doubt, Source, Table } from '../../document/document.ts'

/** A cell as the file states it, before merged cells are told. */
export type CellDraft = {
  readonly cell: number
  columnSpan: number
  /** `w:vMerge` and `w:hMerge`: begins a merged area, goes on with one, or neither. */
  vertical: Merge | undefined
  horizontal: Merge | undefined
  deleted: boolean
  doubt: Doubt | undefined
  /** Whether something floats over it that may hide figures, and whether it has figures of its own. */
  floatedOver: boolean
  figures: boolean
}
export type Merge = 'begins' | 'goes-on'

export type RowDraft = {
  readonly row: number
  gridBefore: number
  cells: number
  deleted: boolean
  /** Too low for a letter. */
  flat: boolean
  /** Whether something in it is seen, and whether something is hidden. */
  shows: boolean
  hides: boolean
}

type Placed = { column: number; columnSpan: number; rowSpan: number; blocks: readonly Block[]; source: Source; doubt?: Doubt }

/** Grid columns beyond this are no table that a person made. */
export const MAX_SPAN = 1000

export const newCell = (cell: number): CellDraft => ({
  cell,
  columnSpan: 1,
  vertical: undefined,
  horizontal: undefined,
  deleted: false,
  doubt: undefined,
  floatedOver: false,
  figures: false,
})

/** Whether a row is seen: one is not where all that it holds is hidden. */
const isSeen = ({ deleted, flat, shows, hides }: RowDraft): boolean => !deleted && !flat && (shows || !hides)

/** A table while it is read. Cells that another covers do not appear; the covering cell grows instead. */
export class TableDraft {
  readonly number: number
  readonly outer: TableDraft | undefined
  style: string | undefined
  row: RowDraft | undefined
  private readonly pageBefore: number
  private rowsSeen = 0
  private column = 0
  private readonly rows: Placed[][] = []
  private current: Placed[] = []
  /** Cells that rows below may lengthen, by their first column. */
  private readonly above = new Map<number, Placed>()
  /** Those that the row under way has lengthened. */
  private lengthened: Placed[] = []
  private doubted: Doubt | undefined

  constructor(number: number, page: number, outer: TableDraft | undefined) {
    this.number = number
    this.pageBefore = page
    this.outer = outer
  }

  /** The page of the first cell: the table may be the first thing on a new page. */
  get page(): number {
    return this.rows[0]?.[0]?.source.page ?? this.pageBefore
  }

  beginRow(): void {
    this.rowsSeen++
    this.row = { row: this.rowsSeen, gridBefore: 0, cells: 0, deleted: false, flat: false, shows: false, hides: false }
    this.column = 0
    this.current = []
    this.lengthened = []
  }

  /** Ends the row; false where nobody sees it. */
  endRow(): boolean {
    const { row } = this
    this.row = undefined
    if (row === undefined || isSeen(row)) {
      if (row !== undefined) this.rows.push(this.current)
      return true
    }
    for (const placed of this.lengthened) placed.rowSpan--
    for (const placed of this.current) this.above.delete(placed.column)
    return row.deleted
  }

  addCell(draft: CellDraft, blocks: readonly Block[], source: Source): void {
    if (draft.deleted) return
    if (this.current.length === 0 && this.column === 0) this.column = this.row?.gridBefore ?? 0
    const { columnSpan, doubt } = draft
    const column = this.column
    this.column += columnSpan
    const left = this.current.at(-1)
    if (draft.horizontal === 'goes-on' && left !== undefined) {
      left.columnSpan += columnSpan
      return
    }
    const covering = draft.vertical === 'goes-on' ? this.above.get(column) : undefined
    if (covering !== undefined) {
      covering.rowSpan++
      this.lengthened.push(covering)
      return
    }
    const placed: Placed = { column, columnSpan, rowSpan: 1, blocks, source, ...(doubt !== undefined && { doubt }) }
    for (let under = column; under < this.column; under++) this.above.delete(under)
    if (draft.vertical !== undefined) this.above.set(column, placed)
    this.current.push(placed)
  }

  /** No figure of the table is certain. */
  doubtAll(why: Doubt): void {
    this.doubted = why
  }

  /** Undefined where no row is left. */
  finish(source: Source): Table | undefined {
    if (this.doubted !== undefined) for (const cell of this.rows.flat()) cell.doubt ??= this.doubted
    return this.rows.length === 0 ? undefined : { kind: 'table', rows: this.rows, source }
  }
}
