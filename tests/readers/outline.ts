/**
 * One notation for what a reader makes of a file, short enough to be read in a test.
 *
 * A paragraph is its text, a picture `[picture]`, a table a list of rows of cells. A cell is its column from 0, `+n` where it covers n columns,
 * `vn` where it covers n rows, a colon, and its text: `1+2v3:甲`. A cell that holds more than paragraphs is an object of its place and
 * its blocks: `{ '1+2v3': ['甲', [['0:乙']]] }`. A doubt stands behind the place: `1?covered:甲`. A table that its reader does not vouch for is `{ trust, rows }`.
 */
import { type Block, type Cell, cellText, type Row, type Source } from '../../shared/document/document.ts'

type CellOutline = string | { readonly [place: string]: Outline }
type RowOutline = readonly CellOutline[]
export type BlockOutline =
  | string
  | readonly RowOutline[]
  | { readonly trust: 'inferred' | 'uncertain'; readonly rows: readonly RowOutline[] }
export type Outline = readonly BlockOutline[]

const cellOutline = (cell: Cell): CellOutline => {
  const { column, columnSpan, rowSpan, blocks, doubt } = cell
  const spans = `${columnSpan === 1 ? '' : `+${columnSpan}`}${rowSpan === 1 ? '' : `v${rowSpan}`}`
  const place = `${column}${spans}${doubt === undefined ? '' : `?${doubt}`}`
  return blocks.every(({ kind }) => kind === 'paragraph') ? `${place}:${cellText(cell)}` : { [place]: outline(blocks) }
}

const rowOutline = (row: Row): RowOutline => row.map(cellOutline)

const blockOutline = (block: Block): BlockOutline => {
  if (block.kind === 'paragraph') return block.text
  if (block.kind === 'picture') return '[picture]'
  const rows = block.rows.map(rowOutline)
  return block.trust === undefined ? rows : { trust: block.trust, rows }
}

export const outline = (blocks: readonly Block[]): Outline => blocks.map(blockOutline)

/** Where each paragraph stands, those of cells too, by its text. */
export const placesOf = (blocks: readonly Block[]): Record<string, Source> =>
  Object.assign(
    {},
    ...blocks.map((block) => {
      if (block.kind === 'paragraph') return { [block.text]: block.source }
      return block.kind === 'picture' ? {} : placesOf(block.rows.flat().flatMap((cell) => cell.blocks))
    }),
  )
