import type { Cell, Row, Source } from '../../document/document.ts'
import { type ReadLimits, tooMany, UnreadableError } from '../reader.ts'
import type { Area, ShownRow, ShownSheet } from './shown-sheet.ts'

type Bounds = { readonly left: number; readonly right: number }
const NOWHERE: Bounds = { left: 0, right: -1 }
type Growing = { -readonly [Key in keyof Cell]: Cell[Key] }

/** A lone text up to this length may be the label of a row whose figures are all blank. */
const LONGEST_LABEL = 60

const boundsOf = ({ row, texts, areas }: ShownRow): Bounds => {
  let [left, right] = [Number.POSITIVE_INFINITY, -1]
  for (const column of texts.keys()) {
    const area = areas.find((each) => each.top === row && each.left === column)
    left = Math.min(left, column)
    right = Math.max(right, area?.right ?? column)
  }
  return { left, right }
}

const union = (a: Bounds, b: Bounds): Bounds => ({ left: Math.min(a.left, b.left), right: Math.max(a.right, b.right) })

const isLabel = (row: ShownRow | undefined): boolean => [...(row?.texts.values() ?? [])].every((text) => text.length <= LONGEST_LABEL)

const follows = (rows: readonly ShownRow[], index: number): boolean => rows[index]?.row === (rows[index - 1]?.row ?? Number.NaN) + 1

/** The end of the rows of several texts that begin here; of another row, its own end. */
const endOfTable = (rows: readonly ShownRow[], start: number): number => {
  let end = start
  while ((rows[end]?.texts.size ?? 0) > 1 && (end === start || follows(rows, end))) end++
  return Math.max(end, start + 1)
}

const within = (inner: Bounds, outer: Bounds): boolean => inner.left >= outer.left && inner.right <= outer.right

/**
 * How far each row reaches. Rows of several texts that follow each other are one table: all reach as far as the widest, so that a
 * blank figure is a cell still. A row of one text is a heading or a paragraph, and one cell; under a table it may be a label.
 */
const boundsOfRows = (rows: readonly ShownRow[]): Bounds[] => {
  const bounds = rows.map(boundsOf)
  let table: Bounds | undefined
  let start = 0
  while (start < rows.length) {
    if (!follows(rows, start)) table = undefined
    const end = endOfTable(rows, start)
    const own = bounds.slice(start, end).reduce(union)
    const isPart = table !== undefined && within(own, table)
    const isTable = (rows[start]?.texts.size ?? 0) > 1
    if (isTable && !isPart) table = own
    if (table !== undefined && (isTable || (isPart && isLabel(rows[start])))) bounds.fill(table, start, end)
    start = end
  }
  return bounds
}

type Place = { readonly column: number; readonly area: Area | undefined }

/** Where the cells of a row begin; what a merged area covers has no cell. */
const placesOf = ({ row, areas }: ShownRow, { left, right }: Bounds, { isShown }: ShownSheet): Place[] => {
  const places: Place[] = []
  for (let column = left; column <= right; column++) {
    if (!isShown(column)) continue
    const area = areas.find((each) => each.left <= column && column <= each.right)
    if (area === undefined || (area.top === row && area.left === column)) places.push({ column, area })
    if (area !== undefined) column = area.right
  }
  return places
}

/** The rows of a sheet as rows of one table. Columns are counted from the leftmost that holds anything. */
export const rowsOf = (shownSheet: ShownSheet, { sheet, table }: Required<Pick<Source, 'sheet' | 'table'>>, limits: ReadLimits): Row[] => {
  const bounds = boundsOfRows(shownSheet.rows)
  const first = shownSheet.shownBefore(bounds.reduce((least, { left }) => Math.min(least, left), Number.POSITIVE_INFINITY))
  const merged = new Map<Area, Growing>()
  let count = 0
  const cellAt = ({ row, texts, doubts }: ShownRow, { column, area }: Place): Growing => {
    if (++count > limits.cells) throw new UnreadableError('too-complex', tooMany(limits))
    const source = { sheet, table, row: row + 1, cell: column + 1 }
    const [text, doubt] = [texts.get(column), doubts.get(column)]
    const cell: Growing = {
      column: shownSheet.shownBefore(column) - first,
      columnSpan: area === undefined ? 1 : shownSheet.shownBefore(area.right + 1) - shownSheet.shownBefore(area.left),
      rowSpan: 1,
      blocks: text === undefined ? [] : [{ kind: 'paragraph', text, source }],
      source,
    }
    if (doubt !== undefined) cell.doubt = doubt
    if (area !== undefined) merged.set(area, cell)
    return cell
  }
  return shownSheet.rows.map((shown, index) => {
    for (const area of shown.areas) {
      const covering = merged.get(area)
      if (covering !== undefined) covering.rowSpan++
    }
    return placesOf(shown, bounds[index] ?? NOWHERE, shownSheet).map((at) => cellAt(shown, at))
  })
}
