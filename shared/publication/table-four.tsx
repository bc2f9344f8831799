import { TABLE_FOUR_COLUMNS, TABLE_FOUR_GROUPS } from '../form/table-four.ts'
import type { Figure } from '../report/report.ts'
import { FigureCell } from './figure-cell.tsx'

const [RECONSIDERATION, ...LITIGATION] = TABLE_FOUR_GROUPS
const COLUMNS = TABLE_FOUR_GROUPS.flatMap((group) => TABLE_FOUR_COLUMNS.map((label) => ({ group, label })))

/** Table 四: one row of fifteen figures under three groups. */
export const TableFour = ({ row }: { row: readonly Figure[] }) => (
  <table>
    <caption>表四 政府信息公开行政复议、行政诉讼情况</caption>
    <thead>
      <tr>
        <th scope="colgroup" colSpan={5} rowSpan={2}>
          {RECONSIDERATION}
        </th>
        <th scope="colgroup" colSpan={10}>
          行政诉讼
        </th>
      </tr>
      <tr>
        {LITIGATION.map((group) => (
          <th key={group} scope="colgroup" colSpan={5}>
            {group}
          </th>
        ))}
      </tr>
      <tr>
        {COLUMNS.map(({ group, label }) => (
          <th key={`${group}${label}`} scope="col">
            {label}
          </th>
        ))}
      </tr>
    </thead>
    <tbody>
      <tr>
        {COLUMNS.map(({ group, label }, index) => (
          <FigureCell key={`${group}${label}`} figure={row[index]} />
        ))}
      </tr>
    </tbody>
  </table>
)
