import type { TableNumber } from '../form/edition.ts'
import { sectionHeading } from '../form/sections.ts'
import { TABLE_FOUR_COLUMNS, TABLE_FOUR_GROUPS } from '../form/table-four.ts'
import { TABLE_THREE_COLUMNS, THREE } from '../form/table-three.ts'
import { TABLE_TWO } from '../form/table-two.ts'
import type { RollUp } from '../report/roll-up.ts'
import { shownRows } from './table-three-rows.ts'

/** A cell of a sheet, with how many columns and rows it takes. */
export type SheetCell = { readonly value: string | number | null; readonly columns: number; readonly rows: number }
export type SheetTable = { readonly heading: string; readonly width: number; readonly rows: readonly (readonly SheetCell[])[] }

type Value = number | null

const cell = (value: string | Value, columns = 1, rows = 1): SheetCell => ({ value, columns, rows })
const LABELS = 3

/** The last of a row's cells takes the columns that are left. */
const stretched = (cells: readonly SheetCell[], width: number): SheetCell[] =>
  cells.map((each, index) => (index === cells.length - 1 ? { ...each, columns: width - cells.length + 1 } : each))

const tableTwo = (two: readonly Value[]): SheetCell[][] => {
  let next = 0
  let article = ''
  return TABLE_TWO['2021'].flatMap((item) => {
    const labels = item.figures.map(({ label, kind }) => cell(kind === 'amount' ? `${label}(单位:万元)` : label))
    const figures = item.figures.map(() => cell(two[next++] ?? null))
    const isNew = item.article !== article
    article = item.article
    const head = isNew ? [[cell(item.article, 1 + LABELS)], [cell('信息内容'), ...stretched(labels, LABELS)]] : []
    return [...head, [cell(item.label), ...stretched(figures, LABELS)]]
  })
}

const [NATURAL_PERSON, ...REST] = TABLE_THREE_COLUMNS
const ORGANISATIONS = REST.slice(0, -1)
const TOTAL = REST.at(-1) ?? ''

const tableThreeHead: SheetCell[][] = [
  [cell('(本列数据的勾稽关系为:第一项加第二项之和,等于第三项加第四项之和)', LABELS, 3), cell('申请人情况', TABLE_THREE_COLUMNS.length)],
  [cell(NATURAL_PERSON, 1, 2), cell('法人或其他组织', ORGANISATIONS.length), cell(TOTAL, 1, 2)],
  ORGANISATIONS.map((name) => cell(name)),
]

const tableThree = (three: readonly (readonly Value[])[], singleOtherRow: boolean): SheetCell[][] => {
  const rows = shownRows(singleOtherRow ? '2019' : '2021')
  const handled = rows.filter(({ index }) => index >= THREE.firstDisposition && index <= THREE.handledTotal)
  const body = rows.map(({ index, label, group }, at) => {
    const first = index === THREE.firstDisposition ? [cell('三、本年度办理结果', 1, handled.length)] : []
    const opens = group !== undefined && rows[at - 1]?.group !== group
    const head = opens ? [cell(group, 1, rows.filter((row) => row.group === group).length)] : []
    const span = handled.some((row) => row.index === index) ? (group === undefined ? 2 : 1) : LABELS
    return [...first, ...head, cell(label, span), ...TABLE_THREE_COLUMNS.map((_, column) => cell(three[index]?.[column] ?? null))]
  })
  return [...tableThreeHead, ...body]
}

const tableFour = (four: readonly Value[]): SheetCell[][] => {
  const [reconsideration, ...lawsuits] = TABLE_FOUR_GROUPS
  const width = TABLE_FOUR_COLUMNS.length
  return [
    [cell(reconsideration, width), cell('行政诉讼', width * lawsuits.length)],
    [...TABLE_FOUR_COLUMNS.map((name) => cell(name, 1, 2)), ...lawsuits.map((name) => cell(name, width))],
    lawsuits.flatMap(() => TABLE_FOUR_COLUMNS.map((name) => cell(name))),
    four.map((value) => cell(value)),
  ]
}

const table = (number: TableNumber, width: number, rows: readonly (readonly SheetCell[])[]): SheetTable => ({
  heading: sectionHeading(number),
  width,
  rows,
})

/** Tables 二 to 四 in the layout of the form; a table that nobody has stays away. */
export const officialTables = ({
  tables: { two, three, four },
  singleOtherRow,
}: Pick<RollUp, 'tables' | 'singleOtherRow'>): SheetTable[] => [
  ...(two === null ? [] : [table(2, 1 + LABELS, tableTwo(two))]),
  ...(three === null ? [] : [table(3, LABELS + TABLE_THREE_COLUMNS.length, tableThree(three, singleOtherRow))]),
  ...(four === null ? [] : [table(4, TABLE_FOUR_GROUPS.length * TABLE_FOUR_COLUMNS.length, tableFour(four))]),
]
