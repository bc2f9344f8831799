import type { Edition } from '../form/edition.ts'
import { TABLE_THREE_COLUMNS, TABLE_THREE_ROWS, THREE, tableThreeRows } from '../form/table-three.ts'
import { absentFigure, cellPlace, emptyTable, paddingOf, pickCells, printedFigure, tablePlace, withoutRepeats } from './figure-cells.ts'
import { blankRows, brokenLabelRows, type FoundRow, flowRows, gridRows } from './found-rows.ts'
import { ROWS_OF_THREE, TABLE_THREE_LABELS } from './labels.ts'
import type { Line } from './lines.ts'
import type { Figure, Gap } from './report.ts'
import { type ReadTable, tableOfRows } from './table-found.ts'

const COUNT = TABLE_THREE_COLUMNS.length
const wellRead = (rows: readonly FoundRow[]): number =>
  new Set(rows.filter(({ cells }) => pickCells(cells, COUNT)).map(({ label }) => label.row)).size

/** 其他 and 总计 stand in other tables too: rows of other names tell that it is this one. */
const TELLING_ROWS = 3
const telling = (rows: readonly FoundRow[]): number =>
  new Set(rows.map(({ label }) => label.row).filter((row) => row !== THREE.otherHandling && row !== THREE.handledTotal)).size

const formOf = (rows: readonly FoundRow[]): Edition => (rows.some(({ label }) => label.trial) ? '2019' : '2021')
const isWhole = (rows: readonly FoundRow[]): boolean => wellRead(rows) === tableThreeRows(formOf(rows)).length

/**
 * The rows, found in the surest way that gives all of them; else by what is there of a grid, or of a flow. A flow in which figures
 * stand behind foreign words may have them all one label too late: it is not believed.
 */
const findRows = (lines: readonly Line[]): { rows: readonly FoundRow[]; certain: boolean } => {
  const grid = gridRows(lines, TABLE_THREE_LABELS)
  if (isWhole(grid)) return { rows: grid, certain: true }
  const flow = flowRows(lines, TABLE_THREE_LABELS)
  if (isWhole(flow.rows) && flow.strays === 0) return { rows: flow.rows, certain: true }
  for (const labels of [ROWS_OF_THREE['2021'], ROWS_OF_THREE['2019']]) {
    const rows = brokenLabelRows(lines, labels, COUNT)
    if (rows.length > 0) return { rows, certain: true }
  }
  return wellRead(grid) >= wellRead(flow.rows) && grid.length > 0
    ? { rows: grid, certain: true }
    : { rows: flow.rows, certain: flow.strays === 0 }
}

/** Table 三 among the lines; undefined where no row of it is there. */
export const readTableThree: ReadTable = (lines, within) => {
  const { rows: filled, certain } = findRows(lines)
  const rows = within ? [...filled, ...blankRows(lines, TABLE_THREE_LABELS, filled, () => COUNT)] : filled
  const [first] = rows
  if (first === undefined || telling(rows) < TELLING_ROWS) return undefined
  const form = formOf(rows)
  const byRow = withoutRepeats(rows)
  if (byRow === undefined || !certain) return tableOfRows(emptyTable(3, 'uncertain', form, first.source), rows)

  const padding = paddingOf(rows.map(({ cells }) => ({ cells, count: COUNT })))
  const figures: Figure[][] = []
  const gaps: Gap[] = []
  const inForm = new Set(tableThreeRows(form).map(({ row }) => row))
  for (const { row, label } of TABLE_THREE_ROWS) {
    const refs = TABLE_THREE_COLUMNS.map((_, column) => ({ table: 3, row, column }) as const)
    const found = byRow.get(row)
    const cells = found && pickCells(found.cells, COUNT, padding)
    figures.push(refs.map((ref, column) => (cells?.[column] ? printedFigure(form, ref, cells[column]) : absentFigure(form, ref))))
    if (cells === undefined && inForm.has(row))
      gaps.push({
        label,
        places: refs.map((ref) => cellPlace(form, ref, found?.source)),
        found: found?.cells.filter(({ text }) => text.trim() !== '').length ?? null,
      })
  }
  const labels = [...byRow.values()].map(({ label, printed, source }) => ({ official: label.label, printed, place: tablePlace(3, source) }))
  return tableOfRows({ state: 'read', form, figures, gaps, labels, place: tablePlace(3, first.source) }, rows)
}
