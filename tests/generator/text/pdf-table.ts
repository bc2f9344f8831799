import { type GridPlace, placed, type SampleTable } from '../sample-document.ts'

/** How many columns of a terminal a letter takes: Han and full-width letters two. */
const widthOf = (letter: string): number => (/[\u2e80-\u9fff\uf900-\ufaff\uff00-\uff60“”‘’、。]/.test(letter) ? 2 : 1)
export const textWidth = (text: string): number => Array.from(text).reduce((width, letter) => width + widthOf(letter), 0)

/** Breaks words into lines no wider than a column, anywhere, as Chinese is set. */
export const wrap = (text: string, width: number): string[] => {
  const lines = ['']
  for (const letter of text) {
    const last = lines.at(-1) ?? ''
    if (letter === '\n') lines.push('')
    else if (textWidth(last) + widthOf(letter) > width) lines.push(letter)
    else lines[lines.length - 1] = last + letter
  }
  return lines
}

const GAP = 2
/** Widths of the columns of tables 二, 三 and 四, by their count. */
const WIDTHS: Readonly<Record<number, readonly number[]>> = {
  4: [26, 18, 18, 18],
  10: [10, 12, 26, 6, 8, 8, 8, 8, 6, 8],
  15: Array.from({ length: 15 }, () => 6),
}

/** A line as one letter a column; a wide letter leaves an empty string behind it. */
type Line = string[]

const write = (line: Line, column: number, text: string): void => {
  let at = column
  for (const letter of text) {
    for (let blank = line.length; blank < at; blank += 1) line.push(' ')
    line[at] = letter
    if (widthOf(letter) === 2) line[at + 1] = ''
    at += widthOf(letter)
  }
}

type Laid = { readonly place: GridPlace; readonly x: number; readonly width: number; readonly lines: readonly string[] }

const layOut = (table: SampleTable): Laid[] => {
  const widths = WIDTHS[table.columns] ?? Array.from({ length: table.columns }, () => 10)
  const reach = (from: number, span: number) => widths.slice(from, from + span).reduce((total, width) => total + width + GAP, 0)
  return placed(table).map((place) => {
    const width = reach(place.column, place.cell.columnSpan) - GAP
    return { place, x: reach(0, place.column), width, lines: wrap(place.cell.text, width) }
  })
}

/** Lines that each row needs: those of its own cells, and of the merged cells that end in it. */
const rowHeights = (table: SampleTable, laid: readonly Laid[]): number[] => {
  const heights: number[] = []
  for (const row of table.rows.keys()) {
    const needed = laid
      .filter(({ place }) => place.row + place.cell.rowSpan - 1 === row)
      .map(({ place, lines }) => lines.length - heights.slice(place.row, row).reduce((total, height) => total + height, 0))
    heights.push(Math.max(1, ...needed))
  }
  return heights
}

/** A table as a PDF's text comes out with its layout kept: columns by blanks, labels broken above and below the line of figures. */
export const pdfTable = (table: SampleTable): string[] => {
  const laid = layOut(table)
  const heights = rowHeights(table, laid)
  const top = (row: number) => heights.slice(0, row).reduce((total, height) => total + height, 0)
  const canvas: Line[] = Array.from({ length: top(heights.length) }, () => [])
  for (const { place, x, width, lines } of laid) {
    const space = top(place.row + place.cell.rowSpan) - top(place.row) - lines.length
    lines.forEach((text, index) => {
      const line = canvas[top(place.row) + Math.floor(space / 2) + index]
      const indent = place.cell.figure === undefined ? 0 : Math.floor((width - textWidth(text)) / 2)
      if (line !== undefined) write(line, x + Math.max(0, indent), text)
    })
  }
  return canvas.map((line) => line.join('').trimEnd())
}
