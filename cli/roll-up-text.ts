import { TABLE_NAMES, TABLE_NUMBERS, type TableNumber } from '../shared/form/edition.ts'
import { PRINTED_ROWS } from '../shared/form/printed-rows.ts'
import { rowsOf, valueAt } from '../shared/report/record.ts'
import type { RollUp } from '../shared/report/roll-up.ts'

/** A line for each printed row: its label, then its figures, in table 三 in the order of the columns. */
const rowLines = ({ tables }: RollUp, table: TableNumber): string[] =>
  PRINTED_ROWS.filter((printed) => printed.table === table).map(({ label, cells }) => {
    const figures = cells.map(({ ref, column }) => `${column} ${valueAt(tables, ref) ?? '空缺'}`)
    return `  “${label}”:${figures.join(',')}`
  })

/** The sums for a person, and whatever they lack. */
export const rollUpText = (sums: RollUp, reports: readonly { agency: string | null; file: string }[], lacking: readonly string[]): string =>
  [
    `【汇总】共${reports.length}份报告:${reports.map(({ agency, file }) => agency ?? file).join('、')}`,
    ...TABLE_NUMBERS.flatMap((table) => {
      const absent = rowsOf(sums.tables, table) === null
      return [`—— ${TABLE_NAMES[table]} ——`, ...(absent ? ['  没有可以汇总的数据'] : rowLines(sums, table))]
    }),
    ...(lacking.length === 0 ? ['没有缺漏。'] : ['—— 缺漏与提醒 ——', ...lacking.map((words, index) => `  ${index + 1}. ${words}`)]),
    '',
  ].join('\n')
