import type { Block, Source } from '../../document/document.ts'
import type { Remark } from '../../document/reading.ts'
import { type ReadLimits, tooDeep, tooLong, tooMany, UnreadableError } from '../reader.ts'
import type { DrawnCell, DrawnRow, RowShape } from './drawn-row.ts'
import { gridFromEdges } from './grid-from-edges.ts'

/** A table whose last row has not been seen yet: its rows, the cells of the row under way, the blocks of the cell under way. */
type OpenTable = { readonly number: number; readonly rows: DrawnRow[]; cells: DrawnCell[]; blocks: Block[] }

/** LibreOffice ends the last cell of a row twice where a table stands in the row. */
const withoutSurplus = (cells: readonly DrawnCell[], { edges }: RowShape): readonly DrawnCell[] => {
  const surplus = cells.slice(edges.length - 1)
  return surplus.every(({ blocks }) => blocks.length === 0) ? cells.slice(0, edges.length - 1) : cells
}

/**
 * Builds blocks from the stream of text and end marks that both Word formats are: a paragraph, cell or row is known by its end alone.
 * `depth` counts the tables around a mark: 0 in the body, 1 in a table, 2 in a table inside a cell.
 */
export type Flow = ReturnType<typeof startFlow>

export const startFlow = (limits: ReadLimits, remarks: Set<Remark>) => {
  const body: Block[] = []
  const open: OpenTable[] = []
  let [text, number, pictures] = ['', '', 0]
  let [paragraphs, tables, cells, pieces, letters] = [0, 0, 0, 0, 0]

  const closeTable = () => {
    const table = open.pop()
    if (table === undefined) return
    const around = open.at(-1)?.blocks ?? body
    // Text that is said to be in a table, though no cell of it ever ends, is plain text.
    if (table.cells.length === 0 && table.rows.length === 0) around.push(...table.blocks)
    else if (table.blocks.length > 0) pushCell(table)
    if (table.cells.length > 0) table.rows.push({ cells: table.cells, shape: undefined })
    if (table.rows.length === 0) return
    const { rows, broken } = gridFromEdges(table.rows)
    if (broken.length > 0) remarks.add('broken-table-row')
    around.push({ kind: 'table', rows, source: { table: table.number }, ...(broken.length > 0 && { trust: 'uncertain' as const }) })
  }

  const countPiece = () => {
    if (++pieces > limits.cells) throw new UnreadableError('too-complex', tooMany(limits))
  }

  const pushCell = (table: OpenTable) => {
    if (++cells > limits.cells) throw new UnreadableError('too-complex', tooMany(limits))
    table.cells.push({ blocks: table.blocks, source: placeIn(table) })
    table.blocks = []
  }

  const placeIn = ({ number, rows, cells }: OpenTable): Source => ({ table: number, row: rows.length + 1, cell: cells.length + 1 })

  /** Opens and closes tables until exactly `depth` are open; gives the innermost. */
  const reach = (depth: number): OpenTable | undefined => {
    if (depth > limits.nesting) throw new UnreadableError('too-complex', tooDeep(limits))
    while (open.length > depth) closeTable()
    while (open.length < depth) open.push({ number: ++tables, rows: [], cells: [], blocks: [] })
    return open.at(-1)
  }

  const endParagraph = (depth: number) => {
    const table = reach(depth)
    const source = table ? placeIn(table) : { paragraph: ++paragraphs }
    const blocks = table?.blocks ?? body
    const whole = number + text
    letters += whole.length
    if (letters > limits.characters) throw new UnreadableError('too-complex', tooLong(limits))
    if (whole.trim() !== '') {
      countPiece()
      blocks.push({ kind: 'paragraph', text: whole, source })
    }
    for (; pictures > 0; pictures--) {
      countPiece()
      blocks.push({ kind: 'picture', source })
    }
    text = ''
    number = ''
  }

  const dropPending = () => {
    const table = open.at(-1)
    if (table) [table.cells, table.blocks] = [[], []]
    ;[text, number, pictures] = ['', '', 0]
  }

  const endCell = (depth: number) => {
    endParagraph(depth)
    const table = reach(depth)
    if (table) pushCell(table)
  }

  return {
    write: (more: string) => {
      text += more
    },
    /** The number that Word prints before the paragraph under way, such as 一、 */
    setNumber: (printed: string) => {
      number = /\w$/.test(printed) ? `${printed} ` : printed
    },
    addPicture: () => {
      pictures++
    },
    endParagraph,
    endCell,
    /** Ends a row. One that is a tracked deletion goes, unless text is left in it: LibreOffice marks the row before the deleted one. */
    endRow: (depth: number, shape: RowShape | undefined, deleted: boolean) => {
      const table = reach(depth)
      if (table === undefined) return
      if (text.trim() !== '' || pictures > 0 || table.blocks.length > 0) endCell(depth)
      const { cells, rows } = table
      const isEmpty = cells.every(({ blocks }) => blocks.length === 0)
      if (cells.length > 0 && !(deleted && isEmpty)) rows.push({ cells: shape ? withoutSurplus(cells, shape) : cells, shape })
      dropPending()
    },
    /** Whether cells of a row are waiting for its end. */
    isInRow: (): boolean => (open[0]?.cells.length ?? 0) > 0,
    hasTables: (): boolean => body.some(({ kind }) => kind === 'table'),
    /** Ends whatever is still under way. */
    finish: (): readonly Block[] => {
      if (text !== '' || pictures > 0) endParagraph(open.length)
      reach(0)
      return body
    },
  }
}
