import type { CellRef } from '../../shared/form/edition.ts'
import type { Decoy } from './decoys.ts'

/** A cell stands in the row where it begins; the places that it covers hold no cell. */
export type SampleCell = {
  readonly text: string
  readonly columnSpan: number
  readonly rowSpan: number
  /** The cell of the form whose figure is printed here. */
  readonly figure?: CellRef
  /** Letters beside the text that must not be read as part of it, see `decoys.ts`. */
  readonly decoy?: Decoy
}

export type SampleTable = {
  readonly kind: 'table'
  readonly rows: readonly (readonly SampleCell[])[]
  readonly columns: number
  /** How many rows at the top are the head. */
  readonly headRows: number
}

export type SampleText = { readonly kind: 'title' | 'heading' | 'text'; readonly text: string }

/** A report as every writer takes it: what is printed, in reading order. */
export type SampleDocument = { readonly title: string; readonly blocks: readonly (SampleText | SampleTable)[] }

export const cell = (text: string, columnSpan = 1, rowSpan = 1): SampleCell => ({ text, columnSpan, rowSpan })

/** A place of the grid: the cell that covers it, and whether the cell begins here. */
export type GridPlace = { readonly cell: SampleCell; readonly row: number; readonly column: number }

/** Every cell of a table with the grid column where it begins. */
export const placed = ({ rows }: Pick<SampleTable, 'rows'>): GridPlace[] => {
  const taken = new Set<string>()
  return rows.flatMap((cells, row) => {
    let column = 0
    return cells.map((each) => {
      while (taken.has(`${row},${column}`)) column += 1
      const place = { cell: each, row, column }
      for (let down = 0; down < each.rowSpan; down += 1)
        for (let right = 0; right < each.columnSpan; right += 1) taken.add(`${row + down},${column + right}`)
      return place
    })
  })
}

/** Cuts a table in two, as a page break or a converter does; a merged cell goes on, blank, in the second part. */
export const cutAt = (table: SampleTable, at: number): [SampleTable, SampleTable] => {
  const places = placed(table)
  const upper = table.rows.map((_, row) =>
    places.filter((place) => place.row === row).map((place) => ({ ...place.cell, rowSpan: Math.min(place.cell.rowSpan, at - row) })),
  )
  const lower = table.rows.map((_, row) =>
    places
      .filter((place) => (place.row === row && row >= at) || (row === at && place.row < at && place.row + place.cell.rowSpan > at))
      .toSorted((a, b) => a.column - b.column)
      .map((place) => (place.row < at ? { ...place.cell, text: '', rowSpan: place.row + place.cell.rowSpan - at } : place.cell)),
  )
  return [
    { ...table, rows: upper.slice(0, at) },
    { ...table, rows: lower.slice(at), headRows: 0 },
  ]
}

/** Cuts a table in two and prints its head again above the second part. */
export const cutWithHead = (table: SampleTable, at: number): [SampleTable, SampleTable] => {
  const [upper, lower] = cutAt(table, at)
  return [upper, { ...lower, rows: [...table.rows.slice(0, table.headRows), ...lower.rows], headRows: table.headRows }]
}
