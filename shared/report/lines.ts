import { type Block, type Cell, cellText, type Document, type Doubt, type Row, type Source, type Table } from '../document/document.ts'
import { SECTIONS } from '../form/sections.ts'
import { shownText } from '../text/shown-text.ts'
import { isFormWord } from './labels.ts'

export type LineCell = { readonly text: string; readonly source: Source; readonly doubt?: Doubt }
export type TextLine = { readonly kind: 'text'; readonly text: string; readonly source: Source }
export type RowLine = {
  readonly kind: 'row'
  readonly cells: readonly LineCell[]
  readonly source: Source
  readonly trust?: NonNullable<Table['trust']>
}
export type PictureLine = { readonly kind: 'picture'; readonly source: Source }

/**
 * A document read from top to bottom: a paragraph is a line of text, a table row a line of its cells.
 * So a report looks the same whether its headings stand between tables, inside them, or the whole page stands in one.
 */
export type Line = TextLine | RowLine | PictureLine

/** A cell longer than this holds running text: its table lays out the page and is no table of figures. */
const LAYOUT_CELL_LENGTH = 300

const isLayoutCell = (cell: Cell): boolean => cell.blocks.some(({ kind }) => kind === 'table') || cellText(cell).length > LAYOUT_CELL_LENGTH

/** A heading of the form with more behind it on the same line, as where a whole table has run into one line. */
const HEADING_IN_FRONT = new RegExp(`^(\\s*[一二三四五六]\\s*、\\s*(?:${SECTIONS.map(({ title }) => title).join('|')}))(?=\\s+\\S)`)

const textLines = (text: string, source: Source): TextLine[] =>
  shownText(text)
    .replaceAll('\u202e', '')
    .split('\n')
    .flatMap((part) => {
      const heading = HEADING_IN_FRONT.exec(part)?.[1]
      return heading === undefined ? [part] : [heading, part.slice(heading.length)]
    })
    .filter((part) => part.trim() !== '')
    .map((part) => ({ kind: 'text', text: part, source }))

const rowLines = (row: Row, { trust }: Table): Line[] => {
  const [first] = row
  if (first === undefined) return []
  if (row.length === 1 || row.some(isLayoutCell)) return row.flatMap(({ blocks }) => blockLines(blocks))
  const cells = row.map(
    (cell): LineCell => ({ text: shownText(cellText(cell)), source: cell.source, ...(cell.doubt && { doubt: cell.doubt }) }),
  )
  const pictures = row.flatMap(({ blocks }) => blocks).filter((block) => block.kind === 'picture')
  const [filled, second] = cells.filter(({ text }) => text.trim() !== '')
  // A lone text among empty cells is a heading or a paragraph, unless it is the label of a row whose figures are blank.
  if (filled !== undefined && second === undefined && !isFormWord(filled.text) && cells.every(({ doubt }) => doubt === undefined))
    return [...textLines(filled.text, filled.source), ...pictures]
  return [{ kind: 'row', cells, source: first.source, ...(trust && { trust }) }, ...pictures]
}

const blockLines = (blocks: readonly Block[]): Line[] =>
  blocks.flatMap((block): Line[] => {
    if (block.kind === 'picture') return [block]
    if (block.kind === 'table') return block.rows.flatMap((row) => rowLines(row, block))
    return textLines(block.text, block.source)
  })

/** The lines of a document, in reading order. */
export const linesOf = (document: Document): Line[] => blockLines(document.blocks)
