import type { Block, Source } from '../../document/document.ts'
import type { Remark } from '../../document/reading.ts'
import { startDeadline } from '../deadline.ts'
import { PageCount } from '../docx/page-count.ts'
import { type ReadLimits, tooDeep, tooLong, tooMany, UnreadableError } from '../reader.ts'
import { CLOSE, END, OPEN, TEXT, XmlScanner } from '../xml/scanner.ts'
import { HANDLERS } from './body-elements.ts'
import { ListNumbers } from './list-numbers.ts'
import { ODF } from './names.ts'
import { ParagraphDraft } from './paragraph-draft.ts'
import type { Styles } from './styles.ts'
import { type CellDraft, TableDraft } from './table-draft.ts'

/** Where paragraphs and tables go: the body, a cell or a text box; and what is taken up again when it ends. */
type Flow = {
  readonly blocks: Block[]
  /** Where its paragraphs stand; the body counts them instead. */
  readonly place: Source | undefined
  readonly cell: CellDraft | undefined
  readonly outer: Flow | undefined
  readonly paragraph: ParagraphDraft | undefined
  /** Lists in a cell or text box begin anew. */
  readonly lists: ListNumbers
}

/** Walks `content.xml` once, in a loop, and builds the blocks. What each element does stands in `body-elements.ts`. */
export class BodyReader {
  readonly xml: XmlScanner
  readonly remarks = new Set<Remark>()
  readonly styles: Styles
  readonly pages = new PageCount()
  /** Whether the file notes where its pages begin. */
  notesPages = false
  /** The frame under way has shown its picture. */
  isPictured = false
  paragraph: ParagraphDraft | undefined
  table: TableDraft | undefined
  private readonly limits: ReadLimits
  private flow: Flow
  private paragraphs = 0
  private tables = 0
  private depth = 0
  private pieces = 0
  private letters = 0

  constructor(xml: Uint8Array, styles: Styles, limits: ReadLimits) {
    this.xml = new XmlScanner(xml, ODF)
    this.styles = styles
    this.limits = limits
    this.flow = { blocks: [], place: undefined, cell: undefined, outer: undefined, paragraph: undefined, lists: new ListNumbers(styles) }
  }

  get lists(): ListNumbers {
    return this.flow.lists
  }

  read(): readonly Block[] {
    const { xml } = this
    const step = startDeadline(this.limits)
    let isText = false
    for (let token = xml.next(); token !== END; token = xml.next()) {
      if (token === TEXT) {
        this.paragraph?.addRaw(xml.text())
        continue
      }
      step()
      const handler = HANDLERS.get(xml.name)
      isText ||= xml.name === 'office:text'
      if (token === OPEN) handler?.open?.(this)
      else if (token === CLOSE) handler?.close?.(this)
    }
    if (!isText) throw new UnreadableError('damaged')
    return this.flow.blocks
  }

  /** Text that an element stands for: a short one may stand for a thousand blanks. */
  addText(text: string): void {
    this.countLetters(text)
    this.paragraph?.add(text)
  }

  leaveOut(): void {
    this.remarks.add('hidden-text-left-out')
    this.xml.skip()
  }

  openParagraph(headingLevel: number | undefined): void {
    if (this.paragraph !== undefined) throw new UnreadableError('damaged')
    this.countPiece()
    const place = this.flow.place ?? { paragraph: ++this.paragraphs }
    this.paragraph = new ParagraphDraft(place, this.pages.current, this.lists.label(headingLevel))
  }

  closeParagraph(): void {
    const { paragraph, flow } = this
    if (paragraph === undefined) return
    this.paragraph = undefined
    if (paragraph.hidden) {
      this.remarks.add('hidden-text-left-out')
      return
    }
    const text = paragraph.finish()
    this.countLetters(text)
    this.pages.goOn(text)
    if (text !== '') flow.blocks.push({ kind: 'paragraph', text, source: this.pages.place(paragraph.place, paragraph.page) })
    for (const block of paragraph.after) flow.blocks.push(block)
  }

  addPicture(): void {
    this.countPiece()
    const place = this.paragraph?.place ?? this.flow.place ?? {}
    const into = this.paragraph?.after ?? this.flow.blocks
    into.push({ kind: 'picture', source: this.pages.place(place, this.pages.current) })
  }

  openTable(): void {
    if (this.paragraph !== undefined || this.table?.isInRow === false) throw new UnreadableError('damaged')
    if (++this.depth > this.limits.nesting) throw new UnreadableError('too-complex', tooDeep(this.limits))
    this.table = new TableDraft(++this.tables, this.pages.current, this.table, () => this.countPiece())
  }

  closeTable(): void {
    if (this.table === undefined) return
    this.depth--
    const table = this.table.finish(this.pages.place({ table: this.table.number }, this.table.page))
    this.table = this.table.outer
    if (table !== undefined) this.flow.blocks.push(table)
  }

  openCell(cell: CellDraft): void {
    const { table, flow } = this
    if (table?.isInRow !== true || this.paragraph !== undefined || flow.place?.table === table.number) throw new UnreadableError('damaged')
    this.flow = { blocks: [], place: table.place, cell, outer: flow, paragraph: undefined, lists: new ListNumbers(this.styles) }
  }

  closeCell(): void {
    const { flow, table } = this
    if (flow.cell === undefined || flow.outer === undefined || table === undefined) return
    this.flow = flow.outer
    table.addCell(flow.cell, flow.blocks, this.pages.place(flow.place ?? {}, flow.blocks[0]?.source.page ?? this.pages.current))
  }

  openTextBox(): void {
    if (++this.depth > this.limits.nesting) throw new UnreadableError('too-complex', tooDeep(this.limits))
    const { paragraph, flow } = this
    const place = paragraph?.place ?? flow.place
    this.flow = { blocks: [], place, cell: undefined, outer: flow, paragraph, lists: new ListNumbers(this.styles) }
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

  private countLetters({ length }: string): void {
    this.letters += length
    if (this.letters > this.limits.characters) throw new UnreadableError('too-complex', tooLong(this.limits))
  }

  private countPiece(): void {
    if (++this.pieces > this.limits.cells) throw new UnreadableError('too-complex', tooMany(this.limits))
  }
}
