import { BodyFlow } from '../body-flow/body-flow.ts'
import { type ReadLimits, UnreadableError } from '../reader.ts'
import { XmlScanner } from '../xml/scanner.ts'
import { ListNumbers } from './list-numbers.ts'
import { ODF } from './names.ts'
import { ParagraphDraft } from './paragraph-draft.ts'
import type { Styles } from './styles.ts'
import { type CellDraft, TableDraft } from './table-draft.ts'

/**
 * The body of a document while `content.xml` is walked; what each element does stands in `body-elements.ts`. Each cell and text box has
 * list numbers of its own, for its lists begin anew.
 */
export class Body extends BodyFlow<ParagraphDraft, CellDraft, TableDraft, ListNumbers> {
  readonly xml: XmlScanner
  readonly styles: Styles
  /** Whether the file notes where its pages begin. */
  notesPages = false
  /** The frame under way has shown its picture. */
  isPictured = false

  constructor(xml: Uint8Array, styles: Styles, limits: ReadLimits) {
    super(limits, () => new ListNumbers(styles))
    this.xml = new XmlScanner(xml, ODF)
    this.styles = styles
  }

  get lists(): ListNumbers {
    return this.flow.own
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
    this.paragraph = new ParagraphDraft(this.placeParagraph(), this.pages.current, this.lists.label(headingLevel))
  }

  closeParagraph(): void {
    const { paragraph } = this
    if (paragraph === undefined) return
    this.paragraph = undefined
    if (paragraph.hidden) {
      this.remarks.add('hidden-text-left-out')
      return
    }
    const text = paragraph.finish()
    this.countLetters(text)
    this.pages.goOn(text)
    this.put(paragraph, text)
  }

  openTable(): void {
    if (this.table?.isInRow === false) throw new UnreadableError('damaged')
    this.table = new TableDraft(this.numberTable(), this.pages.current, this.table, () => this.countCell())
  }

  openCell(cell: CellDraft): void {
    if (this.table?.isInRow !== true) throw new UnreadableError('damaged')
    this.enterCell(this.table.place, cell)
  }
}
