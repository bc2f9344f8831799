import type { CellRef, Edition } from '../form/edition.ts'
import { TABLE_TWO } from '../form/table-two.ts'
import {
  absentFigure,
  cellPlace,
  emptyTable,
  paddingOf,
  pickCells,
  printedFigure,
  tablePlace,
  UNCLEAR,
  withoutRepeats,
} from './figure-cells.ts'
import { headUnitIn } from './figures.ts'
import { blankRows, type FoundRow, flowRows, gridRows } from './found-rows.ts'
import { type LabelMatcher, TABLE_TWO_LABELS, TRIAL_TABLE_TWO_LABELS } from './labels.ts'
import type { Line } from './lines.ts'
import { compact } from './normalise.ts'
import type { Figure, Gap } from './report.ts'
import { type ReadTable, tableOfRows } from './table-found.ts'

const TRIAL_WORDS = ['本年新制作数量', '本年新公开数量', '对外公开总数量', '上一年项目数量', '政府集中采购', '其他对外管理服务事项']

/** The trial form is told by words that only its table 二 has; where heads are lost, its own rows still have two of them. */
const formOf = (lines: readonly Line[]): Edition => {
  const words = lines.flatMap((line) =>
    line.kind === 'row' ? line.cells.map(({ text }) => text) : line.kind === 'text' ? [line.text] : [],
  )
  const text = compact(words.join('|'))
  return TRIAL_WORDS.filter((word) => text.includes(word)).length >= 2 ? '2019' : '2021'
}

/** The unit of the amounts by the heads of the table; undefined where none gives one. */
const headUnitOf = (lines: readonly Line[]): string | typeof UNCLEAR | undefined => {
  const units = lines.flatMap((line) =>
    (line.kind === 'picture' ? [] : line.kind === 'row' ? line.cells : [line]).flatMap(({ text }) => headUnitIn(text) ?? []),
  )
  const [unit, other] = new Set(units)
  return other === undefined ? unit : UNCLEAR
}

const wellRead = (rows: readonly FoundRow[], form: Edition): number =>
  new Set(
    rows.filter(({ label, cells }) => pickCells(cells, TABLE_TWO[form][label.row]?.figures.length ?? 0)).map(({ label }) => label.row),
  ).size

/** So many labels without any figure are the table, left blank. */
const TELLING_LABELS = 3

/** The rows with figures; within the section also those of which only the label is there. */
const findRows = (lines: readonly Line[], form: Edition, within: boolean): FoundRow[] => {
  const labels: LabelMatcher = form === '2019' ? TRIAL_TABLE_TWO_LABELS : TABLE_TWO_LABELS
  const filled = filledRows(lines, form, labels)
  const blank = within ? blankRows(lines, labels, filled, (row) => TABLE_TWO[form][row]?.figures.length ?? 0) : []
  return filled.length > 0 || blank.length >= TELLING_LABELS ? [...filled, ...blank] : []
}

const filledRows = (lines: readonly Line[], form: Edition, labels: LabelMatcher): FoundRow[] => {
  const grid = gridRows(lines, labels).filter(({ cells }) => cells.length > 0)
  if (wellRead(grid, form) === TABLE_TWO[form].length) return grid
  const flow = [...flowRows(lines, labels).rows]
  return wellRead(flow, form) > wellRead(grid, form) ? flow : grid
}

/** Table 二 among the lines; undefined where no row of it is there. */
export const readTableTwo: ReadTable = (lines, within) => {
  const form = formOf(lines)
  const rows = findRows(lines, form, within)
  const [first] = rows
  if (first === undefined) return undefined
  const byRow = withoutRepeats(rows)
  if (byRow === undefined) return tableOfRows(emptyTable(2, 'uncertain', form, first.source), rows)

  const unit = headUnitOf(lines)
  const padding = paddingOf(rows.map(({ cells, label }) => ({ cells, count: TABLE_TWO[form][label.row]?.figures.length ?? 0 })))
  const figures: Figure[] = []
  const gaps: Gap[] = []
  for (const [row, item] of TABLE_TWO[form].entries()) {
    const refs = item.figures.map((_, index): CellRef => ({ table: 2, row: 0, column: item.first + index }))
    const found = byRow.get(row)
    const cells = found && pickCells(found.cells, item.figures.length, padding)
    figures.push(...refs.map((ref, index) => (cells?.[index] ? printedFigure(form, ref, cells[index], unit) : absentFigure(form, ref))))
    if (cells === undefined)
      gaps.push({
        label: item.label,
        places: refs.map((ref) => cellPlace(form, ref, found?.source)),
        found: found?.cells.filter(({ text }) => text.trim() !== '').length ?? null,
      })
  }
  const labels = [...byRow.values()].map(({ label, printed, source }) => ({ official: label.label, printed, place: tablePlace(2, source) }))
  return tableOfRows({ state: 'read', form, figures: [figures], gaps, labels, place: tablePlace(2, first.source) }, rows)
}
