/** A table while its tags are read: puts each cell into the grid column that browsers give it. */
import type { Block, Cell, Doubt, Source, Table } from '../../document/document.ts'
import { spanOf } from './elements.ts'
import type { Attributes } from './tags.ts'

type Mutable<T> = { -readonly [Key in keyof T]: T[Key] }
type OpenCell = Mutable<Omit<Cell, 'blocks'>> & { readonly blocks: Block[] }
type Section = {
  readonly name: string
  readonly rows: OpenCell[][] /** Per column, the first row that no cell from above reaches. */
  readonly freeFrom: number[]
}

export type OpenTable = {
  readonly openSection: (name: string) => void
  readonly closeSection: () => void
  readonly openRow: () => void
  readonly closeRow: () => void
  readonly openCell: (attributes: Attributes) => void
  readonly closeCell: () => void
  /** Where text goes now, and its place; none between the cells. */
  readonly cell: () => { readonly blocks: Block[]; readonly source: Source } | undefined
  /** The figure of the cell under way is not certain. */
  readonly doubt: (why: Doubt) => void
  readonly finish: () => Table
}

/** Browsers show the head first and the foot last, wherever they stand in the file. */
const inShownOrder = (sections: readonly Section[]): readonly Section[] => {
  const head = sections.find(({ name }) => name === 'thead')
  const foot = sections.find(({ name }) => name === 'tfoot')
  const between = sections.filter((section) => section !== head && section !== foot)
  return [...(head ? [head] : []), ...between, ...(foot ? [foot] : [])]
}

/** `spend` is told of each grid slot that is made or passed, and throws where there are too many. */
export const openTable = (table: number, spend: (slots: number) => void): OpenTable => {
  const sections: Section[] = []
  let [section, row, cell]: [Section?, OpenCell[]?, OpenCell?] = []
  let rows = 0

  const closeCell = (): void => {
    cell = undefined
  }
  const closeRow = (): void => {
    closeCell()
    row = undefined
  }
  const closeSection = (): void => {
    closeRow()
    // No cell reaches beyond its section.
    for (const [index, cells] of section?.rows.entries() ?? [])
      for (const one of cells) one.rowSpan = Math.min(one.rowSpan, (section?.rows.length ?? 0) - index)
    section = undefined
  }
  const openSection = (name: string): Section => {
    closeSection()
    section = { name, rows: [], freeFrom: [] }
    sections.push(section)
    return section
  }
  const openRow = (): OpenCell[] => {
    closeRow()
    spend(1)
    const { rows: ofSection } = section ?? openSection('tbody')
    row = []
    rows++
    ofSection.push(row)
    return row
  }
  const openCell = ({ colspan, rowspan }: Attributes): void => {
    closeCell()
    const cells = row ?? openRow()
    const { rows: ofSection, freeFrom } = section ?? openSection('tbody')
    const before = cells.at(-1)
    let column = before ? before.column + before.columnSpan : 0
    for (; (freeFrom[column] ?? 0) >= ofSection.length; column++) spend(1)
    const [columnSpan, rowSpan] = [spanOf(colspan), spanOf(rowspan)]
    spend(columnSpan)
    for (let covered = column; covered < column + columnSpan; covered++) freeFrom[covered] = ofSection.length - 1 + rowSpan
    cell = { column, columnSpan, rowSpan, blocks: [], source: { table, row: rows, cell: cells.length + 1 } }
    cells.push(cell)
  }

  return {
    openSection,
    closeSection,
    openRow,
    closeRow,
    openCell,
    closeCell,
    cell: () => cell,
    doubt: (why) => {
      if (cell !== undefined) cell.doubt ??= why
    },
    finish: () => {
      closeSection()
      return { kind: 'table', rows: inShownOrder(sections).flatMap((one) => one.rows), source: { table } }
    },
  }
}
