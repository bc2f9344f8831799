import { TABLE_NAMES, TABLE_NUMBERS, type TableNumber } from '../form/edition.ts'
import { LAYOUTS, type TableLayout } from '../form/layout.ts'
import { sectionHeading } from '../form/sections.ts'
import { rowsOf, valueAt } from '../report/record.ts'
import type { RollUp } from '../report/roll-up.ts'
import { formSheet } from './form-sheet.ts'

/** The layouts of the tables that the sums have; a table that nobody has stays away. */
export const summedLayouts = ({ tables, singleOtherRow }: Pick<RollUp, 'tables' | 'singleOtherRow'>): TableLayout[] =>
  TABLE_NUMBERS.filter((table) => rowsOf(tables, table) !== null).map(
    (table: TableNumber) => LAYOUTS[table === 3 && singleOtherRow ? '2019' : '2021'][table],
  )

/** The summed tables as an xlsx workbook: a sheet for each, in the layout of the form, then one of what the sums lack. */
export const rollUpWorkbook = async (sums: RollUp, lacking: readonly string[]): Promise<Uint8Array> => {
  const { utils, write } = await import('@e965/xlsx')
  const book = utils.book_new()
  for (const layout of summedLayouts(sums)) {
    const { values, merges } = formSheet(layout, sectionHeading(layout.table), (cell) => valueAt(sums.tables, cell))
    const sheet = utils.aoa_to_sheet(values)
    sheet['!merges'] = merges
    utils.book_append_sheet(book, sheet, TABLE_NAMES[layout.table])
  }
  const notes = lacking.length === 0 ? ['合计没有缺漏'] : lacking
  utils.book_append_sheet(book, utils.aoa_to_sheet(notes.map((note) => [note])), '缺漏')
  return new Uint8Array(write(book, { type: 'array', bookType: 'xlsx', compression: true }))
}
