import type { Figure } from '../report/report.ts'

type FigureCellProps = { figure: Figure | undefined; colSpan?: number; headers?: string }

/** A figure with the remark that stood beside it. Where none could be read the cell is empty, never 0; the note below the table names it. */
export const FigureCell = ({ figure, colSpan, headers }: FigureCellProps) => (
  <td class={figure?.value == null ? 'figure blank' : 'figure'} colSpan={colSpan} headers={headers}>
    {figure?.value != null && String(figure.value)}
    {figure?.value != null && figure.remark !== null && <small>{` ${figure.remark}`}</small>}
  </td>
)

/** Names the cells of a table that hold no figure; nothing where there are none. */
export const BlankNote = ({ figures }: { figures: readonly Pick<Figure, 'value' | 'place'>[] }) => {
  const blanks = figures.filter(({ value }) => value === null)
  if (blanks.length === 0) return null
  return (
    <p class="note">
      {`注:表中空白的${blanks.length}格,原文没有可以识别的数字,不等于0:${blanks.map(({ place }) => place.part).join(';')}。`}
    </p>
  )
}
