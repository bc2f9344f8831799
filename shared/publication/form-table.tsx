import { h, type VNode } from 'preact'
import type { CellRef, TableNumber } from '../form/edition.ts'
import type { LayoutCell, LayoutPart, TableLayout } from '../form/layout.ts'

/** What the `<td>` of a figure takes besides the figure itself. */
export type FigurePlace = { readonly colSpan?: number; readonly headers?: string }
export type DrawFigure = (cell: CellRef, place: FigurePlace) => VNode

type Links = { readonly id?: string; readonly headers?: string }

/** Heads in the midst of a table reach further down than their scope should: its figures name their heads by id. */
const linksOf = (cells: readonly LayoutCell[], id: string): Links[] => {
  const [, second] = cells
  const from = second?.kind === 'figure' ? second.ref.column : undefined
  return cells.map((cell, index) => {
    if (cell.kind === 'figure') return { headers: `${id} ${id}-column-${index - 1} ${id}-row-${from}` }
    if (from !== undefined) return { id: `${id}-row-${from}` }
    if (second === undefined) return { id }
    return { id: index === 0 ? `${id}-label` : `${id}-column-${index - 1}` }
  })
}

const SCOPES = { row: 'row', column: 'col', columns: 'colgroup' } as const
const spansOf = ({ columns, rows }: LayoutCell) => ({ ...(columns > 1 && { colSpan: columns }), ...(rows > 1 && { rowSpan: rows }) })

const drawCell = (cell: LayoutCell, { id, headers }: Links, drawFigure: DrawFigure): VNode => {
  const spans = spansOf(cell)
  if (cell.kind === 'figure') return drawFigure(cell.ref, { ...spans, ...(headers !== undefined && { headers }) })
  if (cell.kind === 'note')
    return (
      <td {...spans} class="instruction">
        {cell.text}
      </td>
    )
  return (
    <th id={id} scope={SCOPES[cell.heads]} {...spans} class={cell.heads === 'columns' && id !== undefined ? 'article' : undefined}>
      {cell.text}
    </th>
  )
}

const hasHeads = ({ kind, rows }: LayoutPart): boolean =>
  kind === 'body' && rows.flat().some((cell) => cell.kind === 'head' && cell.heads !== 'row')

const IDS: Record<TableNumber, string> = { 2: 'two', 3: 'three', 4: 'four' }

/**
 * A table of the form with its merged heads, for every page that shows one; how a figure looks is the page's own. Parts, rows and
 * cells of a form never move: they are told apart by where they stand, and need no key.
 */
export const FormTable = ({ layout, caption, figure }: { layout: TableLayout; caption: string; figure: DrawFigure }) => {
  const drawPart = (part: LayoutPart, index: number): VNode => {
    const links = (cells: readonly LayoutCell[]) => (hasHeads(part) ? linksOf(cells, `${IDS[layout.table]}-${index + 1}`) : [])
    const rows = part.rows.map((cells) => {
      const linked = links(cells)
      return h('tr', null, ...cells.map((cell, at) => drawCell(cell, linked[at] ?? {}, figure)))
    })
    return h(part.kind === 'head' ? 'thead' : 'tbody', null, ...rows)
  }
  return h('table', null, h('caption', null, caption), ...layout.parts.map(drawPart))
}
