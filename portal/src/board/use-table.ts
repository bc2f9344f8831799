import {
  type ColumnDef,
  createTable,
  getCoreRowModel,
  getFilteredRowModel,
  getSortedRowModel,
  type Row,
  type TableOptionsResolved,
} from '@tanstack/table-core'
import { elementScroll, observeElementOffset, observeElementRect, type VirtualItem, Virtualizer } from '@tanstack/virtual-core'
import type { RefObject } from 'preact'
import { useLayoutEffect, useReducer, useState } from 'preact/hooks'
import { shanghaiMinute } from '../../../shared/feedback/shanghai-time.ts'
import { BOARD_STATES } from '../../../shared/submission/board-state.ts'
import { type BoardFilter, type BoardLine, fits, type Sort } from './board-lines.ts'

const byName = new Intl.Collator('zh-CN')
const compare = (of: (line: BoardLine) => string) => (a: Row<BoardLine>, b: Row<BoardLine>) =>
  byName.compare(of(a.original), of(b.original))
const byNumber = (of: (line: BoardLine) => number) => (a: Row<BoardLine>, b: Row<BoardLine>) => of(a.original) - of(b.original)

/** How each column is sorted that can be. */
const SORTED: Readonly<Record<Sort, ColumnDef<BoardLine>['sortingFn']>> = {
  name: compare(({ agency }) => agency.name),
  parent: compare(({ parent }) => parent),
  state: byNumber(({ state }) => BOARD_STATES.indexOf(state)),
  openWarnings: byNumber((line) => line.openWarnings),
  receivedAt: compare(({ row }) => row?.receivedAt ?? ''),
  risk: byNumber((line) => line.risk),
}

const COLUMNS: ColumnDef<BoardLine>[] = (Object.entries(SORTED) as [Sort, ColumnDef<BoardLine>['sortingFn']][]).map(([id, sortingFn]) => ({
  id,
  accessorFn: (line) => line.agency.id,
  ...(sortingFn && { sortingFn }),
}))

const optionsOf = (lines: BoardLine[], filter: BoardFilter): TableOptionsResolved<BoardLine> => ({
  data: lines,
  columns: COLUMNS,
  state: {
    globalFilter: filter,
    sorting: filter.sort === undefined ? [] : [{ id: filter.sort, desc: filter.falling === true }],
  },
  getRowId: ({ agency }) => agency.id,
  getColumnCanGlobalFilter: ({ id }) => id === 'name', // The filter looks at the whole line; once is enough.
  globalFilterFn: ({ original }, _, wanted: BoardFilter) =>
    fits(original, wanted) && (wanted.state === undefined || original.state === wanted.state),
  onStateChange: () => {}, // The address is the state.
  renderFallbackValue: null,
  getCoreRowModel: getCoreRowModel(),
  getFilteredRowModel: getFilteredRowModel(),
  getSortedRowModel: getSortedRowModel(),
})

/** The lines that are shown, in their order. */
export const useLines = (lines: BoardLine[], filter: BoardFilter): BoardLine[] => {
  const [table] = useState(() => createTable(optionsOf(lines, filter)))
  table.setOptions((before) => {
    const options = optionsOf(lines, filter)
    return { ...before, ...options, state: { ...table.initialState, ...options.state } }
  })
  return table.getRowModel().rows.map(({ original }) => original)
}

/** Which of so many rows of one height stand in the window that scrolls, and how high all are. */
export const useWindow = (
  scrolling: RefObject<HTMLElement | null>,
  count: number,
  height: number,
): { readonly items: VirtualItem[]; readonly whole: number } => {
  const [, draw] = useReducer((times: number) => times + 1, 0)
  const options = {
    count,
    getScrollElement: () => scrolling.current,
    estimateSize: () => height,
    observeElementRect,
    observeElementOffset,
    scrollToFn: elementScroll,
    overscan: 12,
    initialRect: { width: 0, height: 30 * height }, // The first rows are drawn before the window is measured.
    onChange: () => draw(undefined),
  }
  const [virtualizer] = useState(() => new Virtualizer<HTMLElement, HTMLElement>(options))
  virtualizer.setOptions(options)
  useLayoutEffect(() => virtualizer._didMount(), [virtualizer])
  useLayoutEffect(() => virtualizer._willUpdate())
  return { items: virtualizer.getVirtualItems(), whole: virtualizer.getTotalSize() }
}

/** When the file of a line came, by the clock of Shanghai, and how late. */
export const receivedWords = ({ row, late, state }: BoardLine): string => {
  if (state === 'not-filed' || row?.receivedAt === undefined) return late > 0 ? `已超期${late}天` : '—'
  return `${shanghaiMinute(row.receivedAt)}${late > 0 ? `,迟${late}天` : ''}`
}
