import type { CellRef, Edition, TableNumber } from './edition.ts'
import { TABLE_FOUR_COLUMNS, TABLE_FOUR_GROUPS } from './table-four.ts'
import { TABLE_THREE_COLUMNS, type TableThreeRow, THREE, tableThreeRows } from './table-three.ts'
import { TABLE_TWO, type TableTwoItem } from './table-two.ts'

/** How many columns and rows a cell takes. */
type Span = { readonly columns: number; readonly rows: number }

/** Words that name what stands beside them (`row`) or below them: in one column, or in the columns that they span. */
export type Head = Span & { readonly kind: 'head'; readonly heads: 'row' | 'column' | 'columns'; readonly text: string }
export type Note = Span & { readonly kind: 'note'; readonly text: string }
export type FigureSpace = Span & { readonly kind: 'figure'; readonly ref: CellRef }
export type LayoutCell = Head | Note | FigureSpace

/** Cells in the order of print; one that spans rows stands in the first of them. A body with heads of columns in it has them of its own. */
export type LayoutPart = { readonly kind: 'head' | 'body'; readonly rows: readonly (readonly LayoutCell[])[] }

/** A table as the form prints it. */
export type TableLayout = { readonly table: TableNumber; readonly columns: number; readonly parts: readonly LayoutPart[] }

const head = (heads: Head['heads'], text: string, columns = 1, rows = 1): Head => ({ kind: 'head', heads, text, columns, rows })
const column = (text: string, rows = 1): Head => head('column', text, 1, rows)
const figures = (table: TableNumber, row: number, first: number, count: number): FigureSpace[] =>
  Array.from({ length: count }, (_, index) => ({ kind: 'figure', ref: { table, row, column: first + index }, columns: 1, rows: 1 }))

/** Table 二 has a column of labels and three of figures; the last figure of a row takes the columns that are left. */
const TWO_FIGURES = 3
const stretched = <T extends LayoutCell>(cells: readonly T[]): T[] =>
  cells.map((cell, index) => (index === cells.length - 1 ? { ...cell, columns: TWO_FIGURES - index } : cell))

const articleOf = (items: readonly [TableTwoItem, ...TableTwoItem[]]): LayoutPart => ({
  kind: 'body',
  rows: [
    [head('columns', items[0].article, 1 + TWO_FIGURES)],
    [
      column('信息内容'),
      ...stretched(items[0].figures.map(({ label, kind }) => column(kind === 'amount' ? `${label}(单位:万元)` : label))),
    ],
    ...items.map((item) => [head('row', item.label), ...stretched(figures(2, 0, item.first, item.figures.length))]),
  ],
})

/** An article of the regulations at a time, each with heads of its own. */
const tableTwo = (edition: Edition): LayoutPart[] => {
  const articles: [TableTwoItem, ...TableTwoItem[]][] = []
  for (const item of TABLE_TWO[edition]) {
    const article = articles.at(-1)
    if (article?.[0].article === item.article) article.push(item)
    else articles.push([item])
  }
  return articles.map(articleOf)
}

/** The labels of table 三 take three columns: of the part, of the group, of the row. */
const THREE_LABELS = 3
const [NATURAL_PERSON, ...REST] = TABLE_THREE_COLUMNS
const ORGANISATIONS = REST.slice(0, -1)
const BALANCE: Note = {
  kind: 'note',
  text: '(本列数据的勾稽关系为:第一项加第二项之和,等于第三项加第四项之和)',
  columns: THREE_LABELS,
  rows: 3,
}

const THREE_HEAD: LayoutPart = {
  kind: 'head',
  rows: [
    [BALANCE, head('columns', '申请人情况', TABLE_THREE_COLUMNS.length)],
    [column(NATURAL_PERSON, 2), head('columns', '法人或其他组织', ORGANISATIONS.length), column(REST.at(-1) ?? '', 2)],
    ORGANISATIONS.map((name) => column(name)),
  ],
}

const rowOfThree = ({ label, row }: TableThreeRow, columns: number): LayoutCell[] => [
  head('row', label, columns),
  ...figures(3, row, 0, TABLE_THREE_COLUMNS.length),
]

/** 三、本年度办理结果: its head spans every row, the head of a group those of the group. */
const handled = (rows: readonly TableThreeRow[]): LayoutCell[][] =>
  rows.map((line, at) => {
    const part = at === 0 ? [head('row', '三、本年度办理结果', 1, rows.length)] : []
    if (line.group === undefined) return [...part, ...rowOfThree(line, THREE_LABELS - 1)]
    const size = rows.filter(({ group }) => group === line.group).length
    const group = rows[at - 1]?.group === line.group ? [] : [head('row', line.group, 1, size)]
    return [...part, ...group, ...rowOfThree(line, 1)]
  })

const tableThree = (edition: Edition): LayoutPart[] => {
  const between = (from: number, to: number) => tableThreeRows(edition).filter(({ row }) => row >= from && row < to)
  const plain = (rows: readonly TableThreeRow[]) => rows.map((row) => rowOfThree(row, THREE_LABELS))
  return [
    THREE_HEAD,
    { kind: 'body', rows: plain(between(THREE.received, THREE.firstDisposition)) },
    { kind: 'body', rows: handled(between(THREE.firstDisposition, THREE.carriedOut)) },
    { kind: 'body', rows: plain(between(THREE.carriedOut, THREE.carriedOut + 1)) },
  ]
}

const [RECONSIDERATION, ...LAWSUITS] = TABLE_FOUR_GROUPS
const GROUP = TABLE_FOUR_COLUMNS.length
const FOUR_FIGURES = GROUP * TABLE_FOUR_GROUPS.length

/** One row of figures; what is sued over has a head more than what is reconsidered. */
const TABLE_FOUR: LayoutPart[] = [
  {
    kind: 'head',
    rows: [
      [head('columns', RECONSIDERATION, GROUP), head('columns', '行政诉讼', GROUP * LAWSUITS.length)],
      [...TABLE_FOUR_COLUMNS.map((name) => column(name, 2)), ...LAWSUITS.map((name) => head('columns', name, GROUP))],
      LAWSUITS.flatMap(() => TABLE_FOUR_COLUMNS.map((name) => column(name))),
    ],
  },
  { kind: 'body', rows: [figures(4, 0, 0, FOUR_FIGURES)] },
]

const layouts = (edition: Edition): Record<TableNumber, TableLayout> => ({
  2: { table: 2, columns: 1 + TWO_FIGURES, parts: tableTwo(edition) },
  3: { table: 3, columns: THREE_LABELS + TABLE_THREE_COLUMNS.length, parts: tableThree(edition) },
  4: { table: 4, columns: FOUR_FIGURES, parts: TABLE_FOUR },
})

/** Tables 二, 三 and 四 as the two editions print them. */
export const LAYOUTS: Record<Edition, Record<TableNumber, TableLayout>> = { '2019': layouts('2019'), '2021': layouts('2021') }

/** A cell with its place in the grid of its table, counted from 0: the first square of those that it takes. */
export type PlacedCell = { readonly cell: LayoutCell; readonly row: number; readonly column: number }

/** Every cell at its place: the first in its row that no cell from above reaches into. */
export const placedCells = ({ parts }: TableLayout): PlacedCell[] => {
  const taken = new Set<string>()
  const place = (cell: LayoutCell, row: number): PlacedCell => {
    let column = 0
    while (taken.has(`${row} ${column}`)) column += 1
    for (let down = 0; down < cell.rows; down += 1)
      for (let right = 0; right < cell.columns; right += 1) taken.add(`${row + down} ${column + right}`)
    return { cell, row, column }
  }
  return parts.flatMap(({ rows }) => rows).flatMap((cells, row) => cells.map((cell) => place(cell, row)))
}

/** All that a table prints besides its figures: heads, labels, what the form says beside them. */
export const printedWords = (edition: Edition, table: TableNumber): string[] =>
  placedCells(LAYOUTS[edition][table]).flatMap(({ cell }) => (cell.kind === 'figure' ? [] : cell.text))
