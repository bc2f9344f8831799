import type { Decoy } from '../decoys.ts'

/** What the writers of Word 97 and RTF files are given: paragraphs and tables. Cells under a cell with `rowSpan` are left out, as in HTML. */
export type WordModel = { readonly blocks: readonly (string | WordTable)[] }
export type WordTable = { readonly rows: readonly (readonly WordCell[])[] }
type WordCell = { readonly text: string; readonly columnSpan?: number; readonly rowSpan?: number; readonly decoy?: Decoy }

/** A cell as Word writes it: a merged one stands in every row that it covers. */
export type LaidCell = {
  readonly text: string
  readonly from: number
  readonly to: number
  readonly down: 'none' | 'first' | 'continued'
  readonly decoy?: Decoy
}
export type LaidTable = { readonly columns: number; readonly rows: readonly (readonly LaidCell[])[] }

/** Puts every cell on its grid columns and fills in the continued parts of merged ones. */
export const layTable = ({ rows }: WordTable): LaidTable => {
  let open: { from: number; to: number; rows: number }[] = []
  const laid = rows.map((row) => {
    const cells: LaidCell[] = []
    const after: typeof open = []
    const continueOpen = () => {
      const at = cells.at(-1)?.to ?? 0
      const covering = open.find(({ from }) => from === at)
      if (covering === undefined) return false
      cells.push({ text: '', from: at, to: covering.to, down: 'continued' })
      if (covering.rows > 1) after.push({ ...covering, rows: covering.rows - 1 })
      return true
    }
    for (const { text, columnSpan = 1, rowSpan = 1, decoy } of row) {
      while (continueOpen());
      const from = cells.at(-1)?.to ?? 0
      const to = from + columnSpan
      cells.push({ text, from, to, down: rowSpan > 1 ? 'first' : 'none', ...(decoy && { decoy }) })
      if (rowSpan > 1) after.push({ from, to, rows: rowSpan - 1 })
    }
    while (continueOpen());
    open = after
    return cells
  })
  return { columns: Math.max(...laid.flat().map(({ to }) => to)), rows: laid }
}

const TABLE_TWIPS = 9_000
export const edgeTwips = (column: number, columns: number): number => Math.round((column * TABLE_TWIPS) / columns)
