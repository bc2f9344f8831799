import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import type { Count } from './count.ts'

const BUDGET_FILE = fileURLToPath(new URL('../../docs/request-budget.md', import.meta.url))

/** The columns of the tables of the budget, and what they count. */
export const COLUMNS = {
  PUT: 'PUT',
  GET: 'GET',
  HEAD: 'HEAD',
  LIST: 'LIST',
  reads: 'read',
  writes: 'write',
  units: 'writeUnits',
  messages: 'message',
  mails: 'mail',
} as const satisfies Record<string, keyof Count>

export type Column = keyof typeof COLUMNS
export const COLUMN_NAMES = Object.keys(COLUMNS) as Column[]
export type Row = Readonly<Record<Column, number>>
export type Budget = Readonly<Record<string, Row>>

/** What the whole of a report may come to, without `index-site`. What is added on purpose raises it, by a line in the page that says why. */
export const MOST: Readonly<Record<'passing' | 'failing', Partial<Row>>> = {
  passing: { PUT: 10, GET: 4, HEAD: 0, LIST: 0, reads: 19, writes: 12, units: 34, messages: 5, mails: 2 },
  failing: { PUT: 4, GET: 3, HEAD: 0, LIST: 0, reads: 10, writes: 6, messages: 3, mails: 1 },
}

export const rowOf = (count: Count): Row =>
  Object.fromEntries(COLUMN_NAMES.map((column) => [column, count[COLUMNS[column]]])) as Record<Column, number>

const cellsOf = (line: string): string[] =>
  line
    .split('|')
    .slice(1, -1)
    .map((cell) => cell.trim())

/** The table that stands under a heading of the budget's page. */
const tableUnder = (text: string, heading: string): Budget => {
  const section = text.split(/^## /m).find((part) => part.startsWith(heading)) ?? ''
  const [head, , ...rows] = section
    .split('\n')
    .filter((line) => line.startsWith('|'))
    .map(cellsOf)
  if (head?.slice(1).join() !== COLUMN_NAMES.join()) throw new Error(`no table of ${COLUMN_NAMES.join(', ')} under “${heading}”`)
  return Object.fromEntries(
    rows.map(([name = '', ...figures]) => [
      name,
      Object.fromEntries(COLUMN_NAMES.map((column, at) => [column, Number(figures[at])])) as Record<Column, number>,
    ]),
  )
}

export const readBudgets = (): { readonly passing: Budget; readonly failing: Budget } => {
  const text = readFileSync(BUDGET_FILE, 'utf8')
  return { passing: tableUnder(text, 'A report that passes'), failing: tableUnder(text, 'A report that fails') }
}
