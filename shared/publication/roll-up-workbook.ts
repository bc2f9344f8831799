import type { RollUp } from '../report/roll-up.ts'
import { officialTables, type SheetTable } from './official-tables.ts'

type Value = string | number | null
type Merge = { s: { r: number; c: number }; e: { r: number; c: number } }

/** Puts each cell at the first place of its row that no cell from above reaches into. */
const placed = ({ heading, rows, width }: SheetTable): { values: Value[][]; merges: Merge[] } => {
  const values: Value[][] = [[heading], ...rows.map(() => Array<Value>(width).fill(null))]
  const merges: Merge[] = [{ s: { r: 0, c: 0 }, e: { r: 0, c: width - 1 } }]
  const taken = new Set<string>()
  for (const [index, cells] of rows.entries()) {
    const top = index + 1
    let left = 0
    for (const cell of cells) {
      while (taken.has(`${top} ${left}`)) left++
      const line = values[top]
      if (line !== undefined) line[left] = cell.value
      for (let row = top; row < top + cell.rows; row++)
        for (let column = left; column < left + cell.columns; column++) taken.add(`${row} ${column}`)
      if (cell.rows > 1 || cell.columns > 1)
        merges.push({ s: { r: top, c: left }, e: { r: top + cell.rows - 1, c: left + cell.columns - 1 } })
      left += cell.columns
    }
  }
  return { values, merges }
}

/** The summed tables as an xlsx workbook: a sheet for each, in the layout of the form, then one of what the sums lack. */
export const rollUpWorkbook = async (sums: RollUp, lacking: readonly string[]): Promise<Uint8Array> => {
  const { utils, write } = await import('@e965/xlsx')
  const book = utils.book_new()
  for (const table of officialTables(sums)) {
    const { values, merges } = placed(table)
    const sheet = utils.aoa_to_sheet(values)
    sheet['!merges'] = merges
    utils.book_append_sheet(book, sheet, `表${table.heading.slice(0, 1)}`)
  }
  const notes = lacking.length === 0 ? ['合计没有缺漏'] : lacking
  utils.book_append_sheet(book, utils.aoa_to_sheet(notes.map((note) => [note])), '缺漏')
  return new Uint8Array(write(book, { type: 'array', bookType: 'xlsx', compression: true }))
}
