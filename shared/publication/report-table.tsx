import { printedCells } from '../form/cells.ts'
import { TABLE_NAMES, type TableNumber } from '../form/edition.ts'
import { LAYOUTS } from '../form/layout.ts'
import { SECTIONS } from '../form/sections.ts'
import { figureIn, type ReportTable } from '../report/report.ts'
import { BlankNote, FigureCell } from './figure-cell.tsx'
import { type DrawFigure, FormTable } from './form-table.tsx'

const NOT_READ = {
  missing: '原文没有这张表。',
  picture: '原文中这张表是图片,没有可以引用的数字。',
  uncertain: '原文中这张表不能准确读出,没有可以引用的数字。',
} as const

/** What scrolls must be reachable by keyboard, also in browsers that do not make it so by themselves. */
const REACHABLE = { tabIndex: 0 }

/** As much of a table as a page shows. */
export type ShownTable = Pick<ReportTable, 'state' | 'form' | 'figures'>

type TableProps = { readonly number: TableNumber; readonly table: ShownTable; readonly figure?: DrawFigure | undefined }

/** A table of the report in its official layout. It scrolls by itself where the screen is narrow. */
export const ReportTableView = ({ number, table, figure }: TableProps) => {
  if (table.state !== 'read') return <p class="note">{`${TABLE_NAMES[number]}:${NOT_READ[table.state]}`}</p>
  const figures = printedCells(table.form, number).flatMap(({ ref }) => figureIn(table, ref) ?? [])
  return (
    <>
      <section class="wide" aria-label={`${TABLE_NAMES[number]}(可左右滚动)`} {...REACHABLE}>
        <FormTable
          layout={LAYOUTS[table.form][number]}
          caption={`${TABLE_NAMES[number]} ${SECTIONS[number - 1]?.title}`}
          figure={figure ?? ((cell, place) => <FigureCell figure={figureIn(table, cell)} {...place} />)}
        />
      </section>
      <BlankNote figures={figures} />
    </>
  )
}
