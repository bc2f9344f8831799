import type { DrawnCell, DrawnTable } from './drawn-table.ts'

/** A cell in the row where it begins. */
export type RowCell = DrawnCell & { readonly page: number; readonly rowSpan: number }
export type DrawnRow = readonly RowCell[]

/** Edges this near each other are one; a cell thinner than this is the space between the lines of a double rule. */
const SAME_EDGE = 4

/** The first of every group of places that lie together, in order. */
export const edgesOf = (places: readonly number[]): number[] => {
  const edges: number[] = []
  for (const place of places.toSorted((a, b) => a - b)) {
    const last = edges.at(-1)
    if (last === undefined || place - last > SAME_EDGE) edges.push(place)
  }
  return edges
}

/** The index of the edge that a place belongs to. */
export const edgeIndex = (edges: readonly number[], place: number): number =>
  Math.max(
    0,
    edges.findLastIndex((edge) => edge <= place + SAME_EDGE / 2),
  )

export const isSameEdge = (a: number, b: number): boolean => Math.abs(a - b) <= SAME_EDGE

const isSliver = ({ left, right, top, bottom, text }: DrawnCell): boolean =>
  text === '' && (right - left <= SAME_EDGE || bottom - top <= SAME_EDGE)

/** The rows of a table on its page. */
export const rowsOf = ({ cells, page }: DrawnTable): DrawnRow[] => {
  const kept = cells.filter((cell) => !isSliver(cell))
  const tops = edgesOf(kept.map(({ top }) => top))
  const rows: RowCell[][] = tops.map(() => [])
  for (const cell of kept) {
    const row = edgeIndex(tops, cell.top)
    const end = tops.findLastIndex((top) => top < cell.bottom - SAME_EDGE) + 1
    rows[row]?.push({ ...cell, page, rowSpan: Math.max(1, end - row) })
  }
  return rows.map((row) => row.toSorted((a, b) => a.left - b.left))
}

const isFigure = ({ text }: RowCell): boolean => /^[+-]?\d[\d,.]*$/.test(text)
const NUMBERED = /^(?:\d{1,2}[.、．]|[(（]?[一二三四五六七八九十]{1,2}[)）、])/

const cellAt = (row: DrawnRow, { left }: RowCell): RowCell | undefined => row.find((cell) => isSameEdge(cell.left, left))

/** Whether two rows are the halves of one that the end of the page tore: all figures stand in one half, and the label goes on. */
const areHalves = (upper: DrawnRow, lower: DrawnRow): boolean => {
  const [above, below] = [upper.filter(isFigure), lower.filter(isFigure)]
  if (above.length > 0 === below.length > 0) return false
  const [figures, other] = above.length > 0 ? [above, lower] : [below, upper]
  const first = Math.min(...figures.map(({ left }) => left))
  const label = lower.findLast(({ left, text }) => left < first && text !== '')
  const begun = upper.some(({ left, text }) => left < first && text !== '')
  return begun && (label === undefined || !NUMBERED.test(label.text)) && figures.every((figure) => cellAt(other, figure)?.text === '')
}

const joined = (upper: RowCell, lower: RowCell): Pick<RowCell, 'text' | 'doubtful'> => ({
  text: upper.text + lower.text,
  ...((upper.doubtful || lower.doubtful) && { doubtful: true }),
})

/** Sets the rows of the next page below those before it; a row torn by the page's end becomes one again. */
export const joinPages = (before: readonly DrawnRow[], next: readonly DrawnRow[]): DrawnRow[] => {
  const [upper, lower] = [before.at(-1), next[0]]
  if (upper === undefined || lower === undefined || !areHalves(upper, lower)) return [...before, ...next]
  const torn = upper.map((cell) => {
    const rest = cellAt(lower, cell)
    return rest === undefined ? cell : { ...cell, ...joined(cell, rest), rowSpan: rest.rowSpan }
  })
  // A cell that began in a row above goes on beside the torn row.
  const lengthened = before.slice(0, -1).map((row, index) =>
    row.map((cell) => {
      const rest = index + cell.rowSpan >= before.length ? cellAt(lower, cell) : undefined
      return rest === undefined || cellAt(upper, cell) !== undefined
        ? cell
        : { ...cell, ...joined(cell, rest), rowSpan: cell.rowSpan + rest.rowSpan - 1 }
    }),
  )
  return [...lengthened, torn, ...next.slice(1)]
}
