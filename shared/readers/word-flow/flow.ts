import type { Block, Doubt, Source } from '../../document/document.ts'
import type { Remark } from '../../document/reading.ts'
import { type ReadLimits, tooDeep, tooLong, tooMany, UnreadableError } from '../reader.ts'
import { type Font, type Run, WHITE } from '../seen-text/seen-text.ts'
import { type Draft, hangsOnCell, MIXED, settled, settledBlocks, WORD_FONT } from './draft-paragraph.ts'
import type { DrawnCell, DrawnRow, RowShape } from './drawn-row.ts'
import { gridFromEdges } from './grid-from-edges.ts'
import { PendingText } from './pending-text.ts'

type DraftCell = Omit<DrawnCell, 'blocks'> & { readonly blocks: readonly (Block | Draft)[] }

/** A table whose last row has not been seen yet: its rows, the cells of the row under way, the blocks of the cell under way and its doubt. */
type OpenTable = {
  readonly number: number
  readonly rows: DrawnRow[]
  cells: DraftCell[]
  blocks: (Block | Draft)[]
  doubt: Doubt | undefined
}

/** LibreOffice ends the last cell of a row twice where a table stands in the row. */
const withoutSurplus = <Cell extends DraftCell>(cells: readonly Cell[], { edges }: RowShape): readonly Cell[] => {
  const surplus = cells.slice(edges.length - 1)
  return surplus.every(({ blocks }) => blocks.length === 0) ? cells.slice(0, edges.length - 1) : cells
}

/** Rows of exactly this height, in twips, or less are lines. */
const LOWEST_ROW = 40
const isFlat = ({ height = 0 }: RowShape): boolean => height < 0 && height >= -LOWEST_ROW

/** How a mark is set: as deleted by a tracked change, as not shown. */
export type Mark = { readonly deleted: boolean; readonly hidden: boolean }

/**
 * Builds blocks from the stream of text and end marks that both Word formats are: a paragraph, cell or row is known by its end alone.
 * `depth` counts the tables around a mark: 0 in the body, 1 in a table, 2 in a table inside a cell. `ground` is the colour laid behind a paragraph.
 */
export type Flow = ReturnType<typeof startFlow>

export const startFlow = (limits: ReadLimits, remarks: Set<Remark>) => {
  const body: Block[] = []
  const open: OpenTable[] = []
  const pending = new PendingText()
  let [paragraphs, tables, cells, pieces, letters] = [0, 0, 0, 0, 0]

  const closeTable = () => {
    const table = open.pop()
    if (table === undefined) return
    const around = open.at(-1)?.blocks ?? body
    // Text that is said to be in a table, though no cell of it ever ends, is plain text.
    if (table.cells.length === 0 && table.rows.length === 0) around.push(...settledBlocks(table.blocks, remarks))
    else if (table.blocks.length > 0) pushCell(table)
    if (table.cells.length > 0) pushRow(table, undefined, WHITE)
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
    table.cells.push({ blocks: table.blocks, source: placeIn(table), ...(table.doubt && { doubt: table.doubt }) })
    table.blocks = []
    table.doubt = undefined
  }

  /** Puts the cells under way into a row, on the colours that they are filled with. */
  const pushRow = (table: OpenTable, shape: RowShape | undefined, ground: string) => {
    const drawn = table.cells.map((cell, index) => ({
      ...cell,
      blocks: settledBlocks(cell.blocks, remarks, shape?.grounds?.[index] ?? ground),
    }))
    table.rows.push({ cells: shape ? withoutSurplus(drawn, shape) : drawn, shape })
  }

  const placeIn = ({ number, rows, cells }: OpenTable): Source => ({ table: number, row: rows.length + 1, cell: cells.length + 1 })

  const isUnseen = (row: DrawnRow | undefined, { deleted, hidden }: Mark): boolean => {
    const isEmpty = row?.cells.every(({ blocks }) => blocks.length === 0) ?? true
    const isCutOff = row?.shape !== undefined && isFlat(row.shape)
    if (isCutOff && !isEmpty) remarks.add('hidden-text-left-out')
    return isCutOff || ((deleted || hidden) && isEmpty)
  }

  /** Opens and closes tables until exactly `depth` are open; gives the innermost. */
  const reach = (depth: number): OpenTable | undefined => {
    if (depth > limits.nesting) throw new UnreadableError('too-complex', tooDeep(limits))
    while (open.length > depth) closeTable()
    while (open.length < depth) open.push({ number: ++tables, rows: [], cells: [], blocks: [], doubt: undefined })
    return open.at(-1)
  }

  const pushParagraph = (
    depth: number,
    runs: readonly Run[],
    number: string,
    ground: string | undefined,
  ): readonly [Source, OpenTable | undefined] => {
    const table = reach(depth)
    const source = table ? placeIn(table) : { paragraph: ++paragraphs }
    letters += runs.reduce((sum, { text }) => sum + text.length, number.length)
    if (letters > limits.characters) throw new UnreadableError('too-complex', tooLong(limits))
    const draft: Draft = { kind: 'draft', runs, number, ground, source }
    const block = table && hangsOnCell(draft) ? draft : settled(draft, WHITE, remarks)
    if (block !== undefined) {
      countPiece()
      const blocks: (Block | Draft)[] = table?.blocks ?? body
      blocks.push(block)
    }
    return [source, table]
  }

  const endParagraph = (depth: number, ground?: string) => {
    const apart = pending.takeApart(depth)
    if (apart !== undefined) pushParagraph(apart.depth, apart.runs, '', ground)
    const { runs, number, pictures, doubt } = pending.take()
    const [source, table] = pushParagraph(depth, runs, number, ground)
    for (let left = pictures; left > 0; left--) {
      countPiece()
      const blocks: (Block | Draft)[] = table?.blocks ?? body
      blocks.push({ kind: 'picture', source })
    }
    if (table && doubt) table.doubt = doubt
  }

  const endCell = (depth: number, ground?: string) => {
    endParagraph(depth, ground)
    const table = reach(depth)
    if (table) pushCell(table)
  }

  return {
    /** Letters of the paragraph under way; `unsure`: whether they are raised or lowered is not certain. */
    write: (more: string, font: Font = WORD_FONT, unsure = false) => pending.write(more, font, unsure),
    /** The number that Word prints before the paragraph under way, such as 一、 */
    setNumber: (printed: string) => {
      pending.number = /\w$/.test(printed) ? `${printed} ` : printed
    },
    addPicture: () => {
      pending.pictures++
    },
    /** The figure of the cell under way is not certain. */
    addDoubt: (doubt: Doubt) => {
      pending.doubt = doubt
    },
    endParagraph,
    /** The mark of a paragraph is deleted or not shown: it runs on into the next one, where that stands in the same cell or, like it, in none. */
    runOn: (depth: number) => {
      const apart = pending.takeApart(depth)
      if (apart !== undefined) pushParagraph(apart.depth, apart.runs, '', undefined)
      pending.holdAt(depth)
    },
    endCell,
    /**
     * Ends a row. One that is a tracked deletion, or not shown, goes, unless text is left in it: LibreOffice marks the row before the
     * deleted one. One too flat for its letters goes with them.
     */
    endRow: (depth: number, shape: RowShape | undefined, mark: Mark) => {
      const table = reach(depth)
      if (table === undefined) return
      if (pending.isFilled() || table.blocks.length > 0) endCell(depth)
      // What lies around an inner table is not known yet.
      if (table.cells.length > 0) pushRow(table, shape, depth > 1 ? MIXED : WHITE)
      if (table.cells.length > 0 && isUnseen(table.rows.at(-1), mark)) table.rows.pop()
      ;[table.cells, table.blocks, table.doubt] = [[], [], undefined]
      pending.take()
    },
    /** Whether cells of a row are waiting for its end. */
    isInRow: (): boolean => (open[0]?.cells.length ?? 0) > 0,
    hasTables: (): boolean => body.some(({ kind }) => kind === 'table'),
    /** Ends whatever is still under way. */
    finish: (): readonly Block[] => {
      if (pending.isFilled()) endParagraph(open.length)
      reach(0)
      return body
    },
  }
}
