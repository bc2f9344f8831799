import { rowHeights, starts } from '../layout/row-heights.ts'
import { isUnseen } from '../print/letters.ts'
import { type GridPlace, placed, type SampleTable } from '../sample-document.ts'

/** How many columns of a terminal a letter takes: Han and full-width letters two, what nobody sees none. */
const widthOf = (letter: string): number => {
  if (isUnseen(letter)) return 0
  return /[\u2e80-\u9fff\uf900-\ufaff\uff00-\uff60“”‘’、。]/.test(letter) ? 2 : 1
}
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
/** Widths of the columns of tables 二, 三 and 四, by their count; a figure is never broken, and widens its column. */
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
  const places = placed(table)
  const widths = (WIDTHS[table.columns] ?? Array.from({ length: table.columns }, () => 10)).map((width, column) =>
    Math.max(width, ...places.map((place) => (place.column === column && place.cell.figure ? textWidth(place.cell.text) : 0))),
  )
  const reach = (from: number, span: number) => widths.slice(from, from + span).reduce((total, width) => total + width + GAP, 0)
  return places.map((place) => {
    const width = reach(place.column, place.cell.columnSpan) - GAP
    const lines = place.cell.figure === undefined ? wrap(place.cell.text, width) : [place.cell.text]
    return { place, x: reach(0, place.column), width, lines }
  })
}

/** A table as a PDF's text comes out with its layout kept: columns by blanks, labels broken above and below the line of figures. */
export const pdfTable = (table: SampleTable): string[] => {
  const laid = layOut(table)
  const needs = laid.map(({ place, lines }) => ({ row: place.row, rowSpan: place.cell.rowSpan, height: lines.length }))
  const edges = starts(rowHeights(table.rows.length, needs, 1))
  const top = (row: number) => edges[row] ?? 0
  const canvas: Line[] = Array.from({ length: top(table.rows.length) }, () => [])
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
