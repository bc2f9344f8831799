import { placed, type SampleTable } from '../sample-document.ts'

/** Where the edge between two columns lies a hair apart in the head and in the figures. */
const EDGE = 6

/** Table 四 as LibreOffice writes it: a sixteenth grid column, which the head spans before the edge and the row of figures behind it. */
export const jittered = (table: SampleTable): SampleTable => {
  if (table.columns !== 15) return table
  const last = table.rows.length - 1
  const places = placed(table)
  const rows = table.rows.map((_, row) =>
    places
      .filter((place) => place.row === row)
      .map(({ cell, column }) => {
        const edge = row === last ? EDGE + 1 : EDGE
        return column <= edge && edge < column + cell.columnSpan ? { ...cell, columnSpan: cell.columnSpan + 1 } : cell
      }),
  )
  return { ...table, rows, columns: 16 }
}
