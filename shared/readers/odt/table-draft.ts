import type { Block, Cell, Doubt, Row, Source, Table } from '../../document/document.ts'
import { UnreadableError } from '../reader.ts'

const MOST_COLUMNS = 10_000

export type CellDraft = {
  readonly columnSpan: number
  readonly rowSpan: number
  readonly repeated: number
  /** The number stored beside the text. */
  readonly stored?: number | undefined
  doubt?: Doubt
}

/** Whether the text is a number, and not the one that is stored, as far as it is printed. */
const differs = (blocks: readonly Block[], stored: number): boolean => {
  const [only] = blocks
  const text = only?.kind === 'paragraph' ? only.text.replaceAll(',', '').trim() : ''
  const decimals = /^-?\d+(?:\.(\d+))?$/.exec(text)
  return decimals !== null && Math.abs(Number(text) - stored) > 0.5001 * 10 ** -(decimals[1]?.length ?? 0)
}

/** A table while it is read. Covered places take up columns and hold no cell. */
export class TableDraft {
  readonly number: number
  readonly outer: TableDraft | undefined
  readonly page: number
  isInRow = false
  /** Whether something in the row is seen, and whether something is hidden. */
  shows = false
  hides = false
  private readonly rows: Row[] = []
  private readonly countCell: () => void
  private current: Cell[] = []
  private column = 0
  private repeated = 1

  constructor(number: number, page: number, outer: TableDraft | undefined, countCell: () => void) {
    this.number = number
    this.page = page
    this.outer = outer
    this.countCell = countCell
  }

  /** Where the next cell stands, among the cells that begin in its row. */
  get place(): Source {
    return { table: this.number, row: this.rows.length + 1, cell: this.current.length + 1 }
  }

  beginRow(repeated: number): void {
    this.isInRow = true
    this.shows = false
    this.hides = false
    this.repeated = repeated
    this.current = []
    this.column = 0
  }

  endRow(): void {
    this.isInRow = false
    if (this.hides && !this.shows) return
    for (let copy = 0; copy < this.repeated; copy++) {
      this.countCell()
      if (copy > 0) for (const _ of this.current) this.countCell()
      const row = this.rows.length + 1
      this.rows.push(copy === 0 ? this.current : this.current.map((cell) => ({ ...cell, source: { ...cell.source, row } })))
    }
  }

  addCell({ columnSpan, rowSpan, repeated, stored, doubt }: CellDraft, blocks: readonly Block[], source: Source): void {
    const why = doubt ?? (stored !== undefined && differs(blocks, stored) ? 'shown-otherwise' : undefined)
    for (let copy = 0; copy < repeated; copy++) {
      this.countCell()
      const place = { ...source, cell: this.current.length + 1 }
      this.current.push({ column: this.column, columnSpan, rowSpan, blocks, source: place, ...(why !== undefined && { doubt: why }) })
      this.column++
    }
  }

  coverPlaces(count: number): void {
    this.column += count
    if (this.column > MOST_COLUMNS) throw new UnreadableError('too-complex', `每表${MOST_COLUMNS}列`)
  }

  /** Undefined where there is no row. */
  finish(source: Source): Table | undefined {
    return this.rows.length === 0 ? undefined : { kind: 'table', rows: this.rows, source }
  }
}
