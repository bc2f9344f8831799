import { TABLE_NAMES, type TableNumber } from '../form/edition.ts'
import { THREE } from '../form/table-three.ts'
import type { Figure, ReportTable } from '../report/report.ts'
import { BlankNote } from './figure-cell.tsx'
import { TableFour } from './table-four.tsx'
import { TableThree } from './table-three.tsx'
import { TableTwo } from './table-two.tsx'

const NOT_READ = {
  missing: '原文没有这张表。',
  picture: '原文中这张表是图片,没有可以引用的数字。',
  uncertain: '原文中这张表不能准确读出,没有可以引用的数字。',
} as const

const LayOut = ({ number, form, figures }: Pick<ReportTable, 'form' | 'figures'> & { number: TableNumber }) => {
  switch (number) {
    case 2:
      return <TableTwo form={form} row={figures[0] ?? []} />
    case 3:
      return <TableThree form={form} figures={figures} />
    case 4:
      return <TableFour row={figures[0] ?? []} />
  }
}

/** The figures that are shown: the trial form has no rows for two of table 三. */
const shownFigures = (number: TableNumber, { form, figures }: ReportTable): Figure[] =>
  figures.filter((_, row) => !(number === 3 && form === '2019' && (row === THREE.overdueCorrection || row === THREE.overdueFee))).flat()

/** What scrolls must be reachable by keyboard, also in browsers that do not make it so by themselves. */
const REACHABLE = { tabIndex: 0 }

/** A table of the report in its official layout. It scrolls by itself where the screen is narrow. */
export const ReportTableView = ({ number, table }: { number: TableNumber; table: ReportTable }) => {
  if (table.state !== 'read') return <p class="note">{`${TABLE_NAMES[number]}:${NOT_READ[table.state]}`}</p>
  return (
    <>
      <section class="wide" aria-label={`${TABLE_NAMES[number]}(可左右滚动)`} {...REACHABLE}>
        <LayOut number={number} form={table.form} figures={table.figures} />
      </section>
      <BlankNote figures={shownFigures(number, table)} />
    </>
  )
}
