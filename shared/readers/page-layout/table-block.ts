import type { Block, Cell, Source, Table } from '../../document/document.ts'
import type { DrawnTable } from './drawn-table.ts'
import { edgeIndex, edgesOf, joinPages, rowsOf } from './table-rows.ts'

const blocksOf = (text: string, pictures: number, source: Source): Block[] => [
  ...(text === '' ? [] : [{ kind: 'paragraph', text, source } as const]),
  ...Array.from({ length: pictures }, () => ({ kind: 'picture', source }) as const),
]

const trustOf = (parts: readonly DrawnTable[]): Pick<Table, 'trust'> => {
  const trusts = new Set(parts.map(({ trust }) => trust))
  if (trusts.has('uncertain')) return { trust: 'uncertain' }
  return trusts.has('inferred') ? { trust: 'inferred' } : {}
}

/** The table that the parts on its pages make up. */
export const tableBlock = (parts: readonly DrawnTable[], table: number): Table => {
  const drawn = parts.map(rowsOf).reduce(joinPages, [])
  const columns = edgesOf(drawn.flat().map(({ left }) => left))
  const rows = drawn.map((row, rowIndex) =>
    row.map((cell, index): Cell => {
      const source: Source = { page: cell.page, table, row: rowIndex + 1, cell: index + 1 }
      const column = edgeIndex(columns, cell.left)
      const end = columns.findLastIndex((edge) => edge < cell.right - 1) + 1
      return {
        column,
        columnSpan: Math.max(1, end - column),
        rowSpan: cell.rowSpan,
        blocks: blocksOf(cell.text, cell.pictures, source),
        source,
        ...(cell.doubtful && { doubt: 'covered' as const }),
      }
    }),
  )
  return { kind: 'table', rows, source: { page: parts[0]?.page ?? 1, table }, ...trustOf(parts) }
}
