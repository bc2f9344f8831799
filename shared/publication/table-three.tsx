import type { Edition } from '../form/edition.ts'
import { TABLE_THREE_COLUMNS, THREE } from '../form/table-three.ts'
import type { Figure } from '../report/report.ts'
import { FigureCell } from './figure-cell.tsx'
import { type ShownRow, shownRows } from './table-three-rows.ts'

const [NATURAL_PERSON, ...REST] = TABLE_THREE_COLUMNS
const ORGANISATIONS = REST.slice(0, -1)

const TableHead = () => (
  <thead>
    <tr>
      <td colSpan={3} rowSpan={3} class="instruction">
        (本列数据的勾稽关系为:第一项加第二项之和,等于第三项加第四项之和)
      </td>
      <th scope="colgroup" colSpan={7}>
        申请人情况
      </th>
    </tr>
    <tr>
      <th scope="col" rowSpan={2}>
        {NATURAL_PERSON}
      </th>
      <th scope="colgroup" colSpan={5}>
        法人或其他组织
      </th>
      <th scope="col" rowSpan={2}>
        总计
      </th>
    </tr>
    <tr>
      {ORGANISATIONS.map((label) => (
        <th key={label} scope="col">
          {label}
        </th>
      ))}
    </tr>
  </thead>
)

const Figures = ({ row }: { row: readonly Figure[] | undefined }) =>
  TABLE_THREE_COLUMNS.map((label, column) => <FigureCell key={label} figure={row?.[column]} />)

type RowsProps = { rows: readonly ShownRow[]; figures: readonly (readonly Figure[])[] }

const PlainRows = ({ rows, figures }: RowsProps) => (
  <tbody>
    {rows.map(({ index, label }) => (
      <tr key={index}>
        <th scope="row" colSpan={3}>
          {label}
        </th>
        <Figures row={figures[index]} />
      </tr>
    ))}
  </tbody>
)

/** 三、本年度办理结果: its head spans every row, the head of a group those of the group. */
const Dispositions = ({ rows, figures }: RowsProps) => (
  <tbody>
    {rows.map(({ index, label, group }, at) => (
      <tr key={index}>
        {at === 0 && (
          <th scope="row" rowSpan={rows.length}>
            三、本年度办理结果
          </th>
        )}
        {group !== undefined && rows[at - 1]?.group !== group && (
          <th scope="row" rowSpan={rows.filter((row) => row.group === group).length}>
            {group}
          </th>
        )}
        <th scope="row" colSpan={group === undefined ? 2 : 1}>
          {label}
        </th>
        <Figures row={figures[index]} />
      </tr>
    ))}
  </tbody>
)

/** Table 三 in the layout of its form: 25 rows, or 23 in the trial form. */
export const TableThree = ({ form, figures }: { form: Edition; figures: readonly (readonly Figure[])[] }) => {
  const rows = shownRows(form)
  return (
    <table>
      <caption>表三 收到和处理政府信息公开申请情况</caption>
      <TableHead />
      <PlainRows rows={rows.filter(({ index }) => index < THREE.firstDisposition)} figures={figures} />
      <Dispositions rows={rows.filter(({ index }) => index >= THREE.firstDisposition && index < THREE.carriedOut)} figures={figures} />
      <PlainRows rows={rows.filter(({ index }) => index === THREE.carriedOut)} figures={figures} />
    </table>
  )
}
