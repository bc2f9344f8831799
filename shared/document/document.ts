/** What any file becomes: paragraphs, tables as grids and pictures, in reading order, each with its place in the file. */

/** The name of a format, as the registry of readers has it (`KnownFormat` there); told by content and never by file name. */
export type Format = string

/** Where a piece stands in the uploaded file. Every count starts at 1; a count the format does not have is absent. */
export type Source = {
  readonly page?: number
  readonly sheet?: string
  readonly line?: number
  readonly paragraph?: number
  readonly table?: number
  readonly row?: number
  readonly cell?: number
}

export type Paragraph = { readonly kind: 'paragraph'; readonly text: string; readonly source: Source }

/** A picture, whose content no reader looks into. */
export type Picture = { readonly kind: 'picture'; readonly source: Source }

/**
 * Why the figure of a cell is not certain though text stands there. `covered`: something lies over it or runs through it. `stale-formula`:
 * a formula whose stored result may not be what a program shows. `shown-otherwise`: what is shown and what is stored differ.
 * `unit-unclear`: the heads of the table give its amounts in more than one unit.
 */
export type Doubt = 'covered' | 'stale-formula' | 'shown-otherwise' | 'unit-unclear'

/** A cell stands in the row where it begins; `column` counts grid columns from 0, so a merged cell leaves a gap behind it. */
export type Cell = {
  readonly column: number
  readonly columnSpan: number
  readonly rowSpan: number
  /** Paragraphs, pictures and nested tables inside the cell, in reading order. */
  readonly blocks: readonly Block[]
  readonly source: Source
  /** Set where the reader cannot vouch for the figure: it is not judged, and the agency is told why. */
  readonly doubt?: Doubt
}

export type Row = readonly Cell[]

export type Table = {
  readonly kind: 'table'
  readonly rows: readonly Row[]
  readonly source: Source
  /** `inferred`: columns were told from white space, not from drawn lines or markup; `uncertain`: the reader is not sure of the grid. */
  readonly trust?: 'inferred' | 'uncertain'
}

export type Block = Paragraph | Table | Picture

export type Document = { readonly format: Format; readonly blocks: readonly Block[] }

/** The text of a cell without its nested tables; its paragraphs are joined by line breaks. */
export const cellText = (cell: Cell): string => {
  const [only] = cell.blocks
  if (cell.blocks.length === 1 && only?.kind === 'paragraph') return only.text
  return cell.blocks.flatMap((block) => (block.kind === 'paragraph' ? [block.text] : [])).join('\n')
}
