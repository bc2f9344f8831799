import type { CellObject, Row, Sheet } from 'write-excel-file/universal'
import type { TableNumber } from '../form/edition.ts'
import { type LayoutCell, placedCells, type TableLayout } from '../form/layout.ts'
import { SECTIONS, sectionHeading } from '../form/sections.ts'
import { type BlankForm, figureIn, SECTION_NUMBERS, tableOf } from './blank-form.ts'

/** Widths of columns in characters. */
const COLUMNS: Record<TableNumber, readonly number[]> = {
  2: [36, 20, 20, 20],
  3: [8, 18, 40, ...Array<number>(7).fill(12)],
  4: Array<number>(15).fill(9),
}
const TEXT_COLUMN = 100
/** Sheets' names, as tabs have room for them. */
const TABS = ['一 总体情况', '二 主动公开', '三 申请办理', '四 复议诉讼', '五 问题改进', '六 其他事项'] as const

const FRAME = { borderStyle: 'thin', borderColor: '#000000', alignVertical: 'center', wrap: true } as const

/** The form as a workbook (xlsx): a sheet for each section, in its order. */
export const workbookForm = async (form: BlankForm): Promise<Uint8Array> => {
  const { default: writeWorkbook } = await import('write-excel-file/universal')

  const cellOf = (cell: LayoutCell): CellObject => {
    const spans = { ...(cell.columns > 1 && { columnSpan: cell.columns }), ...(cell.rows > 1 && { rowSpan: cell.rows }) }
    if (cell.kind !== 'figure')
      return { ...FRAME, ...spans, value: cell.text, type: String, align: cell.kind === 'head' && cell.heads === 'row' ? 'left' : 'center' }
    const figure = figureIn(form, cell.ref)
    return { ...FRAME, ...spans, align: 'center', ...(figure !== null && { value: figure, type: Number }) }
  }
  const tableRows = (layout: TableLayout): Row[] => {
    const placed = placedCells(layout)
    return layout.parts
      .flatMap(({ rows }) => rows)
      .map((_, row) => {
        const cells: Row = Array(layout.columns).fill(null)
        for (const each of placed) if (each.row === row) cells[each.column] = cellOf(each.cell)
        return cells
      })
  }
  const sheets: Sheet<Blob>[] = SECTION_NUMBERS.map((section, index) => {
    const layout = tableOf(form, section)
    const heading: Row = [{ value: sectionHeading(section), type: String, fontWeight: 'bold', fontSize: 14 }]
    const title: Row = [{ value: form.title, type: String, fontWeight: 'bold', fontSize: 16, wrap: true }]
    const text: Row = [{ wrap: true, alignVertical: 'top', height: 160 }]
    return {
      sheet: TABS[index] ?? SECTIONS[index]?.title ?? '',
      ...(layout !== undefined && { orientation: 'landscape' as const }),
      columns: (layout === undefined ? [TEXT_COLUMN] : COLUMNS[layout.table]).map((width) => ({ width })),
      data: [...(index === 0 ? [title] : []), heading, ...(layout === undefined ? [text] : tableRows(layout))],
    }
  })
  return new Uint8Array(await (await writeWorkbook(sheets).toBlob()).arrayBuffer())
}
