import { rowHeights, starts } from '../layout/row-heights.ts'
import { cutAt, placed, type SampleDocument, type SampleTable } from '../sample-document.ts'
import { textWidth, wrap } from '../text/pdf-table.ts'

/** Everything in millimetres from the top left corner; `y` of a text is its baseline. */
export type SetText = { readonly x: number; readonly y: number; readonly size: number; readonly text: string }
export type SetBox = { readonly x: number; readonly y: number; readonly width: number; readonly height: number }
export type SetPage = { readonly texts: readonly SetText[]; readonly boxes: readonly SetBox[] }

export const PAGE = { width: 210, height: 297 } as const
const MARGIN = 16
const BOTTOM = PAGE.height - 24
const WIDTH = PAGE.width - 2 * MARGIN
const SIZES = { title: 6, heading: 5, text: 4.2 } as const
const CELL_SIZE = 3
const LEADING = 1.5
const PADDING = 1

const COLUMN_WIDTHS: Readonly<Record<number, readonly number[]>> = { 4: [50, 42, 42, 44], 10: [13, 19, 48, 14, 14, 14, 14, 14, 14, 14] }

/** A letter of Han is as wide as it is high, others half as wide. */
const across = (text: string, size: number): number => (textWidth(text) * size) / 2
const broken = (text: string, width: number, size: number): string[] => wrap(text, Math.floor((width * 2) / size))

type Setter = { readonly pages: { texts: SetText[]; boxes: SetBox[] }[]; y: number }

const pageOf = (setter: Setter) => {
  const page = setter.pages.at(-1)
  if (page === undefined) throw new RangeError('no page was begun')
  return page
}

const turnPage = (setter: Setter): void => {
  setter.pages.push({ texts: [], boxes: [] })
  setter.y = MARGIN
  const number = String(setter.pages.length)
  pageOf(setter).texts.push({ x: PAGE.width / 2, y: PAGE.height - 12, size: CELL_SIZE, text: number })
}

const setLines = (setter: Setter, lines: readonly string[], size: number, indent: (line: string) => number): void => {
  for (const text of lines) {
    if (setter.y + size * LEADING > BOTTOM) turnPage(setter)
    setter.y += size * LEADING
    pageOf(setter).texts.push({ x: MARGIN + indent(text), y: setter.y, size, text })
  }
}

/** Where the cells of a table stand, from its own top left corner, and where its rows begin. */
const lay = (table: SampleTable) => {
  const columns = starts(COLUMN_WIDTHS[table.columns] ?? Array.from({ length: table.columns }, () => WIDTH / table.columns))
  const cells = placed(table).map(({ cell, row, column }) => {
    const x = columns[column] ?? 0
    const width = (columns[column + cell.columnSpan] ?? WIDTH) - x
    const lines = broken(cell.text, width - PADDING * 2, CELL_SIZE)
    return { row, rowSpan: cell.rowSpan, x, width, lines, height: lines.length * CELL_SIZE * LEADING + PADDING * 2 }
  })
  const rows = starts(rowHeights(table.rows.length, cells, CELL_SIZE * LEADING))
  return { cells, rows, height: rows.at(-1) ?? 0 }
}

const setWhole = (setter: Setter, table: SampleTable): void => {
  const { cells, rows, height } = lay(table)
  for (const { row, rowSpan, x, width, lines } of cells) {
    const [top, bottom] = [rows[row] ?? 0, rows[row + rowSpan] ?? 0]
    pageOf(setter).boxes.push({ x: MARGIN + x, y: setter.y + top, width, height: bottom - top })
    const first = setter.y + (top + bottom - lines.length * CELL_SIZE * LEADING) / 2
    lines.forEach((text, index) => {
      const y = first + (index + 0.8) * CELL_SIZE * LEADING
      if (text !== '') pageOf(setter).texts.push({ x: MARGIN + x + (width - across(text, CELL_SIZE)) / 2, y, size: CELL_SIZE, text })
    })
  }
  setter.y += height
}

/** How many rows fit on what is left of the page, as cut there. */
const fitting = (setter: Setter, table: SampleTable): number => {
  for (let at = table.rows.length; at > 0; at -= 1) if (setter.y + lay(cutAt(table, at)[0]).height <= BOTTOM) return at
  return 0
}

/** Sets a table; what does not fit goes on at the top of the next page. */
const setTable = (setter: Setter, table: SampleTable): void => {
  const [upper, lower] = cutAt(table, fitting(setter, table))
  setWhole(setter, upper)
  if (lower.rows.length === 0) return
  turnPage(setter)
  setTable(setter, lower)
}

/** Sets a report on pages of A4, tables running on over the page's end. */
export const setPages = ({ blocks }: SampleDocument): readonly SetPage[] => {
  const setter: Setter = { pages: [], y: 0 }
  turnPage(setter)
  for (const block of blocks) {
    if (block.kind === 'table') {
      setter.y += CELL_SIZE // clear of the letters that reach below the line above
      setTable(setter, block)
      continue
    }
    const size = SIZES[block.kind]
    const title = block.kind === 'title'
    const lines = broken(title ? block.text : `　　${block.text}`, WIDTH, size)
    setLines(setter, lines, size, (line) => (title ? (WIDTH - across(line, size)) / 2 : 0))
  }
  return setter.pages
}
