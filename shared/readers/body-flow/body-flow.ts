import type { Block, Source, Table } from '../../document/document.ts'
import type { Remark } from '../../document/reading.ts'
import { type ReadLimits, tooDeep, tooLong, tooMany, UnreadableError } from '../reader.ts'
import { PageCount } from './page-count.ts'

/** A paragraph while it is read. */
type ParagraphDraft = {
  readonly place: Source
  readonly page: number
  /** Pictures and the blocks of text boxes, which follow the paragraph that they hang on. */
  readonly after: Block[]
}

/** A table while it is read; `Cell` is what the format says of a cell. */
type TableDraft<Cell> = {
  readonly number: number
  readonly page: number
  readonly outer: TableDraft<Cell> | undefined
  addCell(cell: Cell, blocks: readonly Block[], source: Source): void
  /** Undefined where no row is left. */
  finish(source: Source): Table | undefined
}

/** Where paragraphs and tables go: the body, a cell or a text box; and what is taken up again when it ends. */
type Flow<Paragraph, Cell, Own> = {
  readonly blocks: Block[]
  /** Where its paragraphs stand; the body counts them instead. */
  readonly place: Source | undefined
  readonly cell: Cell | undefined
  readonly outer: Flow<Paragraph, Cell, Own> | undefined
  readonly paragraph: Paragraph | undefined
  /** What the format keeps for each flow. */
  readonly own: Own
}

/**
 * Builds the blocks of a body whose paragraphs, tables, cells and text boxes open and close one in the other, gives each its place, and
 * holds the limits. A format says what its paragraphs and tables are, and decides what is read.
 */
export class BodyFlow<Paragraph extends ParagraphDraft, Cell, Draft extends TableDraft<Cell> & { outer: Draft | undefined }, Own> {
  readonly limits: ReadLimits
  readonly remarks = new Set<Remark>()
  readonly pages = new PageCount()
  paragraph: Paragraph | undefined
  table: Draft | undefined
  protected flow: Flow<Paragraph, Cell, Own>
  private readonly newOwn: () => Own
  private paragraphs = 0
  private tables = 0
  private depth = 0
  private pieces = 0
  private cells = 0
  private letters = 0

  constructor(limits: ReadLimits, newOwn: () => Own) {
    this.limits = limits
    this.newOwn = newOwn
    this.flow = { blocks: [], place: undefined, cell: undefined, outer: undefined, paragraph: undefined, own: newOwn() }
  }

  get blocks(): readonly Block[] {
    return this.flow.blocks
  }

  get cell(): Cell | undefined {
    return this.flow.cell
  }

  addPicture(): void {
    this.countPiece()
    const place = this.paragraph?.place ?? this.flow.place ?? {}
    const into = this.paragraph?.after ?? this.flow.blocks
    into.push({ kind: 'picture', source: this.pages.place(place, this.pages.current) })
  }

  closeTable(): void {
    const { table } = this
    if (table === undefined) return
    this.depth--
    const finished = table.finish(this.pages.place({ table: table.number }, table.page))
    this.table = table.outer
    if (finished !== undefined) this.flow.blocks.push(finished)
  }

  closeCell(): void {
    const { flow, table } = this
    if (flow.cell === undefined || flow.outer === undefined || table === undefined) return
    this.flow = flow.outer
    table.addCell(flow.cell, flow.blocks, this.pages.place(flow.place ?? {}, flow.blocks[0]?.source.page ?? this.pages.current))
  }

  openTextBox(): void {
    this.goDeeper()
    this.enter(this.paragraph?.place ?? this.flow.place, undefined)
    this.paragraph = undefined
  }

  closeTextBox(): void {
    const { blocks, outer, paragraph } = this.flow
    if (outer === undefined) return
    this.depth--
    this.flow = outer
    this.paragraph = paragraph
    if (blocks.some(({ kind }) => kind !== 'picture')) this.remarks.add('text-box-read')
    const into = paragraph?.after ?? outer.blocks
    for (const block of blocks) into.push(block)
  }

  /** Where the paragraph that begins here stands. */
  protected placeParagraph(): Source {
    if (this.paragraph !== undefined) throw new UnreadableError('damaged')
    this.countPiece()
    return this.flow.place ?? { paragraph: ++this.paragraphs }
  }

  /** Puts a paragraph into its flow; one without text leaves what hangs on it. */
  protected put(paragraph: Paragraph, text: string): void {
    const { blocks } = this.flow
    if (text !== '') blocks.push({ kind: 'paragraph', text, source: this.pages.place(paragraph.place, paragraph.page) })
    for (const block of paragraph.after) blocks.push(block)
  }

  /** The number of the table that begins here. */
  protected numberTable(): number {
    if (this.paragraph !== undefined) throw new UnreadableError('damaged')
    this.goDeeper()
    return ++this.tables
  }

  /** Begins a cell of the table under way. */
  protected enterCell(place: Source, cell: Cell): void {
    if (this.paragraph !== undefined || this.flow.place?.table === place.table) throw new UnreadableError('damaged')
    this.enter(place, cell)
  }

  protected countLetters({ length }: string): void {
    this.letters += length
    if (this.letters > this.limits.characters) throw new UnreadableError('too-complex', tooLong(this.limits))
  }

  /** Paragraphs, tables and pictures. */
  protected countPiece(): void {
    if (++this.pieces > this.limits.cells) throw new UnreadableError('too-complex', tooMany(this.limits))
  }

  /** Rows and cells. */
  protected countCell(): void {
    if (++this.cells > this.limits.cells) throw new UnreadableError('too-complex', tooMany(this.limits))
  }

  private enter(place: Source | undefined, cell: Cell | undefined): void {
    this.flow = { blocks: [], place, cell, outer: this.flow, paragraph: this.paragraph, own: this.newOwn() }
  }

  private goDeeper(): void {
    if (++this.depth > this.limits.nesting) throw new UnreadableError('too-complex', tooDeep(this.limits))
  }
}
