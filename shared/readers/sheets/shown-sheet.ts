import type { Doubt } from '../../document/document.ts'
import { type ReadLimits, tooLong, tooMany, UnreadableError } from '../reader.ts'
import { MOST_COLUMNS, MOST_ROWS, placeNumber, type Range, type SheetCell, type SheetContent } from './sheet-content.ts'

/** A merged area as far as it is shown, both ends included. */
export type Area = { readonly top: number; readonly bottom: number; readonly left: number; readonly right: number }

/** A row that is shown: its texts and its doubts by column, and the merged areas that it crosses. Rows and columns count from 0 as in the file. */
export type ShownRow = {
  readonly row: number
  readonly texts: ReadonlyMap<number, string>
  readonly doubts: ReadonlyMap<number, Doubt>
  readonly areas: readonly Area[]
}

export type ShownSheet = {
  readonly rows: readonly ShownRow[]
  /** How many columns left of this one are shown. */
  readonly shownBefore: (column: number) => number
  readonly isShown: (column: number) => boolean
  /** Text was left out with a hidden row or column. */
  readonly leftOut: boolean
}

const isWithin = (index: number, most: number): boolean => Number.isInteger(index) && index >= 0 && index < most

const columnsOf = ({ hiddenColumns }: SheetContent) => {
  const isShown = (column: number): boolean => hiddenColumns[column] !== true
  const before = [0]
  for (const column of hiddenColumns.keys()) before.push((before[column] ?? 0) + (isShown(column) ? 1 : 0))
  // Columns that the sheet says nothing of are shown.
  const shownBefore = (column: number): number => before[column] ?? (before.at(-1) ?? 0) + column - hiddenColumns.length
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

const NO_DOUBTS: ReadonlyMap<number, Doubt> = new Map()

const covers = ({ top, left, right }: Area, row: number, column: number): boolean =>
  left <= column && column <= right && !(top === row && left === column)

type IsShown = (index: number) => boolean

/** The merged areas by the place where they begin in the file; undefined where nothing of one is shown. */
const anchorsOf = ({ merges }: SheetContent, isShownRow: IsShown, isShown: IsShown): ReadonlyMap<number, Area | undefined> =>
  new Map(merges.map((merge) => [placeNumber(merge.s.r, merge.s.c), cut(merge, isShownRow, isShown)]))

/** Adds up the work and the letters of a sheet. */
const startCount = (limits: ReadLimits) => {
  let [work, letters] = [0, 0]
  return (moreWork: number, moreLetters = 0): void => {
    work += moreWork
    letters += moreLetters
    if (work > limits.cells) throw new UnreadableError('too-complex', tooMany(limits))
    if (letters > limits.characters) throw new UnreadableError('too-complex', tooLong(limits))
  }
}

/** The texts and doubts of the cells that are shown, by row and column. */
class ShownCells {
  readonly texts = new Map<number, Map<number, string>>()
  readonly doubts = new Map<number, Map<number, Doubt>>()

  put(row: number, column: number, { text, doubt }: SheetCell): void {
    this.texts.set(row, (this.texts.get(row) ?? new Map<number, string>()).set(column, text))
    if (doubt !== undefined) this.doubts.set(row, (this.doubts.get(row) ?? new Map<number, Doubt>()).set(column, doubt))
  }
}

/** What a person sees of a sheet: no hidden rows and columns, no values underneath a merged area. */
export const showSheet = (sheet: SheetContent, limits: ReadLimits): ShownSheet => {
  const { isShown, shownBefore } = columnsOf(sheet)
  const isShownRow: IsShown = (row) => !sheet.hiddenRows.has(row)
  const count = startCount(limits)
  count(sheet.merges.length)
  const anchors = anchorsOf(sheet, isShownRow, isShown)
  const shown = new ShownCells()
  let leftOut = false
  for (const cell of sheet.cells) {
    const { row, column, text, doubt } = cell
    count(0, text.length)
    if (text.trim() === '' && doubt === undefined) continue
    count(1)
    const area = anchors.get(placeNumber(row, column))
    if (area !== undefined) shown.put(area.top, area.left, cell)
    else if (isShownRow(row) && isShown(column)) shown.put(row, column, cell)
    else leftOut = true
  }

  const rows: ShownRow[] = []
  const waiting = [...anchors.values()].filter((area) => area !== undefined).toSorted((a, b) => b.top - a.top)
  const last = [...shown.texts.keys()].reduce((most, row) => Math.max(most, row), -1)
  let open: Area[] = []
  for (let row = 0; row <= last; row++) {
    open = open.filter(({ bottom }) => bottom >= row)
    for (let next = waiting.at(-1); next !== undefined && next.top <= row; next = waiting.at(-1)) {
      open.push(next)
      waiting.pop()
    }
    if (!isShownRow(row) || (open.length === 0 && !shown.texts.has(row))) continue
    count(open.length)
    const areas = open
    const seen = [...(shown.texts.get(row) ?? [])].filter(([column]) => !areas.some((area) => covers(area, row, column)))
    rows.push({ row, texts: new Map(seen), doubts: shown.doubts.get(row) ?? NO_DOUBTS, areas })
  }
  return { rows, isShown, shownBefore, leftOut }
}
