import type { CellObject, Range } from '@e965/xlsx'
import { type ReadLimits, tooLong, tooMany, UnreadableError } from '../reader.ts'
import type { Sheet } from './library.ts'

/** A merged area as far as it is shown, both ends included. */
export type Area = { readonly top: number; readonly bottom: number; readonly left: number; readonly right: number }

/** A row that is shown: its texts by column, and the merged areas that it crosses. Rows and columns count from 0 as in the file. */
export type ShownRow = { readonly row: number; readonly texts: ReadonlyMap<number, string>; readonly areas: readonly Area[] }

export type ShownSheet = {
  readonly rows: readonly ShownRow[]
  /** How many columns left of this one are shown. */
  readonly shownBefore: (column: number) => number
  readonly isShown: (column: number) => boolean
  /** Text was left out with a hidden row or column. */
  readonly leftOut: boolean
}

/** No sheet has more. */
const [MOST_ROWS, MOST_COLUMNS] = [1_048_576, 16_384]

const isWithin = (index: number, most: number): boolean => Number.isInteger(index) && index >= 0 && index < most

const columnsOf = (sheet: Sheet) => {
  const columns = sheet['!cols'] ?? []
  const isShown = (column: number): boolean => columns[column]?.hidden !== true
  const before = [0]
  for (const column of columns.keys()) before.push((before[column] ?? 0) + (isShown(column) ? 1 : 0))
  // Columns that the sheet says nothing of are shown.
  const shownBefore = (column: number): number => before[column] ?? (before.at(-1) ?? 0) + column - columns.length
  return { isShown, shownBefore }
}

/** Cuts an area to what is shown of it; its text is shown where it then begins. */
const cut = ({ s, e }: Range, isShownRow: (row: number) => boolean, isShown: (column: number) => boolean): Area | undefined => {
  if (!isWithin(s.r, MOST_ROWS) || !isWithin(s.c, MOST_COLUMNS)) return undefined
  let [top, left] = [s.r, s.c]
  const [bottom, right] = [Math.min(e.r, MOST_ROWS - 1), Math.min(e.c, MOST_COLUMNS - 1)]
  while (top <= bottom && !isShownRow(top)) top++
  while (left <= right && !isShown(left)) left++
  return top > bottom || left > right ? undefined : { top, bottom, left, right }
}

const covers = ({ top, left, right }: Area, row: number, column: number): boolean =>
  left <= column && column <= right && !(top === row && left === column)

/** Calls `take` for each cell. The library keeps rows and columns as keys of arrays with gaps; a key beyond the last of all is made up. */
const forEachCell = (sheet: Sheet, take: (row: number, column: number, cell: CellObject) => void): void => {
  for (const [key, cells = []] of Object.entries(sheet['!data'] ?? {})) {
    const row = Number(key)
    if (!isWithin(row, MOST_ROWS) || cells.length > MOST_COLUMNS) throw new UnreadableError('damaged')
    cells.forEach((cell, column) => {
      if (cell !== undefined) take(row, column, cell)
    })
  }
}

const placeNumber = (row: number, column: number): number => row * MOST_COLUMNS + column

/** What a person sees of a sheet: no hidden rows and columns, no values underneath a merged area. */
export const showSheet = (sheet: Sheet, textOf: (cell: CellObject) => string, limits: ReadLimits): ShownSheet => {
  const { isShown, shownBefore } = columnsOf(sheet)
  const isShownRow = (row: number): boolean => sheet['!rows']?.[row]?.hidden !== true
  let [work, letters] = [0, 0]
  const count = (more: number): void => {
    work += more
    if (work > limits.cells) throw new UnreadableError('too-complex', tooMany(limits))
  }

  const texts = new Map<number, Map<number, string>>()
  const put = (row: number, column: number, text: string): void => {
    texts.set(row, (texts.get(row) ?? new Map<number, string>()).set(column, text))
  }
  const merges = sheet['!merges'] ?? []
  count(merges.length)
  const anchors = new Map<number, Area | undefined>()
  for (const merge of merges) anchors.set(placeNumber(merge.s.r, merge.s.c), cut(merge, isShownRow, isShown))

  let leftOut = false
  forEachCell(sheet, (row, column, cell) => {
    const text = textOf(cell)
    letters += text.length
    if (letters > limits.characters) throw new UnreadableError('too-complex', tooLong(limits))
    if (text.trim() === '') return
    count(1)
    const area = anchors.get(placeNumber(row, column))
    if (area !== undefined) put(area.top, area.left, text)
    else if (isShownRow(row) && isShown(column)) put(row, column, text)
    else leftOut = true
  })

  const rows: ShownRow[] = []
  const waiting = [...anchors.values()].filter((area) => area !== undefined).toSorted((a, b) => b.top - a.top)
  const last = [...texts.keys()].reduce((most, row) => Math.max(most, row), -1)
  let open: Area[] = []
  for (let row = 0; row <= last; row++) {
    open = open.filter(({ bottom }) => bottom >= row)
    for (let next = waiting.at(-1); next !== undefined && next.top <= row; next = waiting.at(-1)) {
      open.push(next)
      waiting.pop()
    }
    if (!isShownRow(row) || (open.length === 0 && !texts.has(row))) continue
    count(open.length)
    const areas = open
    const seen = [...(texts.get(row) ?? [])].filter(([column]) => !areas.some((area) => covers(area, row, column)))
    rows.push({ row, texts: new Map(seen), areas })
  }
  return { rows, isShown, shownBefore, leftOut }
}
