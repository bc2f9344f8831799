import { BodyFlow } from '../body-flow/body-flow.ts'
import { type ReadLimits, UnreadableError } from '../reader.ts'
import { XmlScanner } from '../xml/scanner.ts'
import { OOXML } from './names.ts'
import type { Numbering } from './numbering.ts'
import { ParagraphDraft } from './paragraph-draft.ts'
import { type CellDraft, newCell, TableDraft } from './table-draft.ts'

/** A paragraph whose mark is deleted waits for the next one. */
type Waiting = { paragraph: ParagraphDraft | undefined }

/** The body of a document while `document.xml` is walked; what each element does stands in `body-elements.ts`. */
export class Body extends BodyFlow<ParagraphDraft, CellDraft, TableDraft, Waiting> {
  readonly xml: XmlScanner
  /** The run being read is hidden text. */
  hidden = false
  /** For each open `mc:AlternateContent`, whether one of its alternatives is read already. */
  readonly alternatives: boolean[] = []
  /** Whether paragraphs may have automatic numbers. */
  numbered: 'not' | 'by-style' | 'directly' = 'not'
  private readonly numbering: Numbering | undefined

  constructor(xml: Uint8Array, limits: ReadLimits, numbering?: Numbering) {
    super(limits, () => ({ paragraph: undefined }))
    this.xml = new XmlScanner(xml, OOXML)
    this.numbering = numbering
  }

  addText(text: string): void {
    const { paragraph } = this
    if (paragraph === undefined) return
    if (this.hidden) {
      if (text.trim() !== '') this.remarks.add('hidden-text-left-out')
      return
    }
    this.pages.goOn(text)
    paragraph.add(text)
  }

  override addPicture(): void {
    if (this.paragraph !== undefined && !this.hidden) super.addPicture()
  }

  /** A new page begins here: as Word laid it out, or because a person broke it. */
  newPage(by: 'layout' | 'person'): void {
    this.pages.turn(by)
    if (this.paragraph?.text === '') this.paragraph.page = this.pages.current
  }

  openParagraph(): void {
    const place = this.placeParagraph()
    const joining = this.takeWaiting()
    joining?.goOn(place, this.pages.current)
    this.paragraph = joining ?? new ParagraphDraft(place, this.pages.current)
  }

  closeParagraph(): void {
    const { paragraph, flow } = this
    if (paragraph === undefined) return
    this.paragraph = undefined
    if (paragraph.joinsNext) flow.own.paragraph = paragraph
    else this.emit(paragraph)
  }

  openTable(): void {
    const number = this.numberTable()
    this.countPiece()
    this.endWaiting()
    this.table = new TableDraft(number, this.pages.current, this.table)
  }

  openRow(): void {
    if (this.table === undefined || this.table.row !== undefined) throw new UnreadableError('damaged')
    this.countCell()
    this.table.beginRow()
  }

  openCell(): void {
    const { table } = this
    if (table?.row === undefined) throw new UnreadableError('damaged')
    this.countCell()
    const { row, deleted } = table.row
    const cell = ++table.row.cells
    if (deleted) this.xml.skip()
    else this.enterCell({ table: table.number, row, cell }, newCell(cell))
  }

  override closeCell(): void {
    if (this.cell !== undefined) this.endWaiting()
    super.closeCell()
  }

  override openTextBox(): void {
    if (!this.hidden) super.openTextBox()
    else {
      this.remarks.add('hidden-text-left-out')
      this.xml.skip()
    }
  }

  override closeTextBox(): void {
    this.endWaiting()
    super.closeTextBox()
  }

  /** A paragraph with a deleted mark joins nothing at the end of its flow or before a table. */
  endWaiting(): void {
    const waiting = this.takeWaiting()
    if (waiting !== undefined) this.emit(waiting)
  }

  private takeWaiting(): ParagraphDraft | undefined {
    const { own } = this.flow
    const { paragraph } = own
    own.paragraph = undefined
    return paragraph
  }

  private emit(paragraph: ParagraphDraft): void {
    const text = paragraph.finish(this.numbering?.label(paragraph.numbering) ?? '')
    this.countLetters(text)
    this.put(paragraph, text)
  }
}
