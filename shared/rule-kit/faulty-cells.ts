import { formCell } from '../form/cells.ts'
import { type CellKind, TABLE_NAMES, TABLE_NUMBERS, type TableNumber } from '../form/edition.ts'
import { TABLE_THREE_COLUMNS } from '../form/table-three.ts'
import type { Figure, Report } from '../report/report.ts'

/** Cells with one fault and, as far as can be told, one cause. `cells` names them in words, and counts them where they are more than one. */
export type FaultyCells<Fault> = { readonly fault: Fault; readonly figures: readonly Figure[]; readonly cells: string }

/** Cells in more rows than these were not spoilt one by one: somebody writes so throughout the table. */
const ROWS_TOLD_APART = 3
const COLUMNS_NAMED = 3

const rowOf = ({ place }: Figure): number => place.cell?.row ?? 0
const columnOf = ({ place }: Figure): number => place.cell?.column ?? 0
const isThere = ({ text, place }: Figure): boolean => text !== null && place.cell !== undefined

const counted = (figures: readonly Figure[], where = ''): string =>
  `${figures[0]?.place.part ?? ''}${figures.length === 1 ? '' : `等${figures.length}格${where}`}`

const columnWords = (columns: readonly number[], cells: number): string => {
  const names = columns.slice(0, COLUMNS_NAMED).map((column) => `${TABLE_THREE_COLUMNS[column] ?? ''}列`)
  if (columns.length === 1) return `${TABLE_NAMES[3]} ${names[0]}全部${cells}格`
  return `${TABLE_NAMES[3]} ${names.join('、')}${columns.length > COLUMNS_NAMED ? '等' : ''}全部${columns.length}列${cells}格`
}

/** Columns of table 三 all of whose cells have the fault. */
const spoiltColumns = (figures: readonly Figure[], there: readonly Figure[]): number[] => {
  const inColumn = (all: readonly Figure[], column: number): number => all.filter((figure) => columnOf(figure) === column).length
  return [...new Set(figures.map(columnOf))].filter((column) => {
    const cells = inColumn(there, column)
    return cells > 1 && inColumn(figures, column) === cells
  })
}

function* grouped<Fault>(
  fault: Fault,
  table: TableNumber,
  figures: readonly Figure[],
  there: readonly Figure[],
): Generator<FaultyCells<Fault>> {
  if (figures.length > 1 && figures.length === there.length) {
    yield { fault, figures, cells: `${TABLE_NAMES[table]}全部${figures.length}格` }
    return
  }
  const columns = table === 3 ? spoiltColumns(figures, there) : []
  const inColumns = figures.filter((figure) => columns.includes(columnOf(figure)))
  if (columns.length > 0) yield { fault, figures: inColumns, cells: columnWords(columns, inColumns.length) }
  const others = figures.filter((figure) => !inColumns.includes(figure))
  const rows = [...new Set(others.map(rowOf))]
  if (rows.length > ROWS_TOLD_APART) yield { fault, figures: others, cells: counted(others, `(分布在${rows.length}行)`) }
  else
    for (const row of rows) {
      const inRow = others.filter((figure) => rowOf(figure) === row)
      yield { fault, figures: inRow, cells: counted(inRow) }
    }
}

/**
 * The cells of the tables that have a fault: a whole table, whole columns, what is spread over many rows, or else row by row. One column left blank is one fault,
 * not one a row. Cells that the file lacks are left out.
 */
export function* faultyCells<Fault>(
  { tables }: Report,
  faultOf: (figure: Figure, kind: CellKind) => Fault | undefined,
): Generator<FaultyCells<Fault>> {
  for (const table of TABLE_NUMBERS) {
    const there = tables[table].figures.flat().filter(isThere)
    const faults = new Map<Fault, Figure[]>()
    for (const figure of there) {
      const { cell } = figure.place
      const fault = cell && faultOf(figure, formCell(tables[table].form, cell).kind)
      if (fault !== undefined) faults.set(fault, [...(faults.get(fault) ?? []), figure])
    }
    for (const [fault, figures] of faults) yield* grouped(fault, table, figures, there)
  }
}
