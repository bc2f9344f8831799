import type { DrawnTable } from './drawn-table.ts'
import type { TextLine } from './text-lines.ts'
export const unruledTables = (lines: readonly TextLine[], _page: number): { tables: DrawnTable[]; lines: readonly TextLine[] } => ({
  tables: [],
  lines,
})
