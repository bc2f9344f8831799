import type { Doubt } from '../../document/document.ts'
import { BodyFlow } from '../body-flow/body-flow.ts'
import { type ReadLimits, UnreadableError } from '../reader.ts'
import { WHITE } from '../seen-text/seen-text.ts'
import { inSymbolFont } from '../seen-text/symbol-fonts.ts'
import { XmlScanner } from '../xml/scanner.ts'
import { ListNumbers } from './list-numbers.ts'
import { ODF } from './names.ts'
import { ParagraphDraft } from './paragraph-draft.ts'
import type { Styles } from './styles.ts'
import { type CellDraft, TableDraft } from './table-draft.ts'
import { type Color, type Look, lookOf, type TextProperties } from './text-properties.ts'

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
  /** How many content controls are open that show no value, but a text that asks for one. */
  placeholders = 0
  readonly asking: boolean[] = []
  /** What the controls of forms hold, by their ids. */
  readonly controls = new Map<string, string>()
  /** How the spans that are open set text, the innermost last. */
  private readonly spans: TextProperties[] = []
  /** What lies behind the text: of the page, and of each table, row, cell and text box that is open. */
  private readonly grounds: Color[] = [WHITE]
  /** How the text under way is seen, once that was asked. */
  private look: Look | undefined

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
    const look = this.seen(text)
    if (look !== undefined) this.paragraph?.add(text, look.setting)
  }

  /** Text as the file has it. */
  addRaw(raw: string): void {
    if (this.paragraph === undefined) return
    const look = this.seen(raw)
    if (look !== undefined) this.paragraph.addRaw(look.font === '' ? raw : inSymbolFont(look.font, raw), look.setting)
  }

  leaveOut(why: 'hidden' | 'struck' = 'hidden'): void {
    this.remarks.add(why === 'hidden' ? 'hidden-text-left-out' : 'struck-text-left-out')
    if (why === 'hidden' && this.table !== undefined) this.table.hides = true
  }

  /** Passes over the element just opened, which is not shown. */
  skipHidden(): void {
    this.leaveOut()
    this.xml.skip()
  }

  /** The figure of the cell under way is not certain. */
  doubt(why: Doubt): void {
    if (this.cell !== undefined) this.cell.doubt ??= why
  }

  openSpan(style: string | undefined): void {
    this.spans.push({ ...this.spans.at(-1), ...this.styles.text('text', style) })
    this.look = undefined
  }

  closeSpan(): void {
    this.spans.pop()
    this.look = undefined
  }

  openParagraph(headingLevel: number | undefined, style: string | undefined): void {
    const place = this.placeParagraph()
    const text = this.styles.text('paragraph', style)
    const ground = this.styles.ground('paragraph', style) ?? this.ground
    this.paragraph = new ParagraphDraft(place, this.pages.current, this.lists.label(headingLevel), { text, ground })
    this.look = undefined
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

  openTable(style: string | undefined): void {
    if (this.table?.isInRow === false) throw new UnreadableError('damaged')
    this.table = new TableDraft(this.numberTable(), this.pages.current, this.table, () => this.countCell())
    this.grounds.push(this.styles.ground('table', style) ?? this.ground)
  }

  override closeTable(): void {
    this.grounds.pop()
    super.closeTable()
  }

  openRow(repeated: number, style: string | undefined): void {
    this.table?.beginRow(repeated)
    this.grounds.push(this.styles.ground('table-row', style) ?? this.ground)
  }

  closeRow(): void {
    this.grounds.pop()
    this.table?.endRow()
  }

  openCell(cell: CellDraft, style: string | undefined): void {
    if (this.table?.isInRow !== true) throw new UnreadableError('damaged')
    this.enterCell(this.table.place, cell)
    this.grounds.push(this.styles.ground('table-cell', style) ?? this.ground)
  }

  override closeCell(): void {
    if (this.cell !== undefined) this.grounds.pop()
    super.closeCell()
  }

  override openTextBox(): void {
    super.openTextBox()
    this.grounds.push('unknown')
    this.spans.push({})
  }

  override closeTextBox(): void {
    this.grounds.pop()
    this.closeSpan()
    super.closeTextBox()
  }

  override addPicture(): void {
    this.show()
    super.addPicture()
  }

  private get ground(): Color {
    return this.grounds.at(-1) ?? WHITE
  }

  /** How text is seen that comes now; undefined where it is left out. */
  private seen(text: string): Look | undefined {
    const { paragraph } = this
    if (paragraph === undefined) return undefined
    this.look ??= lookOf({ ...paragraph.text, ...this.spans.at(-1) }, paragraph.ground)
    const { look } = this
    const isBlank = text.trim() === ''
    if (look.leftOut !== undefined) {
      if (!isBlank) this.leaveOut(look.leftOut)
      return undefined
    }
    // A number in a text that asks for a value is none, or was put in by a program that left the mark of such a text where it was.
    if ((look.uncertain || this.placeholders > 0) && /\p{Nd}/u.test(text)) this.doubt('shown-otherwise')
    if (!isBlank) this.show()
    return look
  }

  /** Something in the row under way is seen, and so in the rows around its table. */
  private show(): void {
    for (let { table } = this; table?.shows === false; table = table.outer) table.shows = true
  }
}
