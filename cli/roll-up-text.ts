import { TABLE_NAMES } from '../shared/form/edition.ts'
import { PRINTED_ROWS } from '../shared/form/printed-rows.ts'
import type { RollUp } from '../shared/report/roll-up.ts'

const figure = (value: number | null | undefined): string => (value == null ? '空缺' : String(value))

/** A line for each printed row: its label, then its figures, in table 三 in the order of the columns. */
const rowLines = ({ tables }: RollUp, table: 2 | 3 | 4): string[] =>
  PRINTED_ROWS.filter((printed) => printed.table === table).map(({ name, cells }) => {
    const label = name.slice(TABLE_NAMES[table].length)
    const values = cells.map(({ ref }) =>
      figure(table === 3 ? tables.three?.[ref.row]?.[ref.column] : (table === 2 ? tables.two : tables.four)?.[ref.column]),
    )
    return `  ${label}:${cells.map(({ label: column }, index) => `${column} ${values[index]}`).join(',')}`
  })

/** The sums for a person, and whatever they lack. */
export const rollUpText = (sums: RollUp, reports: readonly { agency: string | null; file: string }[], lacking: readonly string[]): string =>
  [
    `【汇总】共${reports.length}份报告:${reports.map(({ agency, file }) => agency ?? file).join('、')}`,
    ...([2, 3, 4] as const).flatMap((table) => {
      const absent = (table === 2 ? sums.tables.two : table === 3 ? sums.tables.three : sums.tables.four) === null
      return [`—— ${TABLE_NAMES[table]} ——`, ...(absent ? ['  没有可以汇总的数据'] : rowLines(sums, table))]
    }),
    ...(lacking.length === 0 ? ['没有缺漏。'] : ['—— 缺漏与提醒 ——', ...lacking.map((words, index) => `  ${index + 1}. ${words}`)]),
    '',
  ].join('\n')
