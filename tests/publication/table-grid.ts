import { Parser } from 'htmlparser2'

type GridCell = { readonly head: boolean; readonly classes: string; text: string }
export type HeadedFigure = { readonly text: string; readonly rowHeads: readonly string[]; readonly columnHeads: readonly string[] }

/** The tables of a page as grids, merged cells standing in every square they cover. */
const gridsOf = (html: string): GridCell[][][] => {
  const grids: GridCell[][][] = []
  let row = -1
  let cell: GridCell | undefined
  const put = (attributes: Record<string, string>, placed: GridCell): void => {
    const grid = grids.at(-1) ?? []
    const at = (r: number): GridCell[] => (grid[r] ??= [])
    let column = 0
    while (at(row)[column] !== undefined) column += 1
    for (let r = 0; r < Number(attributes.rowspan ?? 1); r += 1)
      for (let c = 0; c < Number(attributes.colspan ?? 1); c += 1) at(row + r)[column + c] = placed
  }
  const parser = new Parser({
    onopentag: (name, attributes) => {
      if (name === 'table') {
        grids.push([])
        row = -1
      }
      if (name === 'tr') row += 1
      if (name !== 'td' && name !== 'th') return
      cell = { head: name === 'th', classes: attributes.class ?? '', text: '' }
      put(attributes, cell)
    },
    ontext: (text) => {
      if (cell !== undefined) cell.text += text
    },
    onclosetag: (name) => {
      if (name === 'td' || name === 'th') cell = undefined
    },
  })
  parser.end(html)
  return grids
}

const headsAbove = (grid: GridCell[][], row: number, column: number): string[] => {
  const heads: string[] = []
  for (let r = row - 1; r >= 0; r -= 1) {
    const cell = grid[r]?.[column]
    if (cell?.head && !heads.includes(cell.text)) heads.push(cell.text)
    // Past the nearest heads stand the figures of an earlier part of the table.
    if (cell?.head === false && heads.length > 0) break
  }
  return heads
}

/** The figures of each table, each with the heads beside it and above it. */
export const headedFigures = (html: string): HeadedFigure[][] =>
  gridsOf(html).map((grid) =>
    grid.flatMap((cells, row) =>
      cells.flatMap((cell, column) => {
        if (!cell.classes.split(' ').includes('figure') || cells[column - 1] === cell) return []
        const rowHeads = [...new Set(cells.slice(0, column).filter(({ head }) => head))].map(({ text }) => text)
        return [{ text: cell.text, rowHeads, columnHeads: headsAbove(grid, row, column) }]
      }),
    ),
  )
