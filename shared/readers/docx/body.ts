import type { Block, Doubt } from '../../document/document.ts'
import { BodyFlow } from '../body-flow/body-flow.ts'
import { type ReadLimits, UnreadableError } from '../reader.ts'
import type { Setting } from '../seen-text/line-text.ts'
import { WHITE } from '../seen-text/seen-text.ts'
import { inSymbolFont } from '../seen-text/symbol-fonts.ts'
import { XmlScanner } from '../xml/scanner.ts'
import { type Around, isSame, type Look, lookOf } from './look.ts'
import { OOXML } from './names.ts'
import type { Numbering } from './numbering.ts'
import { ParagraphDraft } from './paragraph-draft.ts'
import { Run } from './run.ts'
import type { Styles } from './styles.ts'
import { type CellDraft, newCell, TableDraft } from './table-draft.ts'
import type { Color } from './text-properties.ts'

/** A paragraph whose mark is deleted waits for the next one. */
type Waiting = { paragraph: ParagraphDraft | undefined }

/** A part that is to be read in the place of a block, by its relationship (`w:altChunk`). */
export type Chunk = { readonly id: string; readonly stead: Block }

/** A shape that floats over the text: whether words give way to it, how it is placed, and what it may cover them with. */
export type Float = { over: boolean; readonly behind: boolean; far: boolean; fills: boolean; figures: boolean }

/** The body of a document while `document.xml` is walked; what each element does stands in `body-elements.ts`. */
export class Body extends BodyFlow<ParagraphDraft, CellDraft, TableDraft, Waiting> {
  readonly xml: XmlScanner
  /** The runs that are open, one in the other where a text box or ruby hangs in one. */
  private readonly runs = [new Run()]
  private openRuns = 0
  /** The properties being read are those of a run. */
  inRunProperties = false
  /** For each open part of an equation above or below its line, which. */
  readonly scripts: Setting[] = []
  /** For each open content control, whether it shows no value, but a text that asks for one; and how many do. */
  readonly controls: boolean[] = []
  placeholders = 0
  /** For each open shape, whether it is hidden; and how many are. */
  readonly shapes: boolean[] = []
  hiddenShapes = 0
  /** For each open `mc:AlternateContent`, whether one of its alternatives is read already. */
  readonly alternatives: boolean[] = []
  readonly chunks: Chunk[] = []
  /** The shapes that are open; undefined for one that stands in its line. */
  private readonly floats: (Float | undefined)[] = []
  /** Whether paragraphs may have automatic numbers. */
  numbered: 'not' | 'by-style' | 'directly' = 'not'
  private readonly styles: Styles
  private readonly numbering: Numbering | undefined
  /** What lies behind the text: of the page, and of each table, cell and text box that is open. */
  private readonly grounds: Color[] = [WHITE]
  private plain: { readonly around: Around; readonly look: Look } | undefined

  constructor(xml: Uint8Array, limits: ReadLimits, styles: Styles, numbering?: Numbering) {
    super(limits, () => ({ paragraph: undefined }))
    this.xml = new XmlScanner(xml, OOXML)
    this.styles = styles
    this.numbering = numbering
  }

  get run(): Run {
    return this.runs[this.openRuns] ?? new Run()
  }

  openRun(): void {
    this.openRuns++
    const run = this.runs[this.openRuns]
    if (run === undefined) this.runs.push(new Run())
    else run.reset()
  }

  closeRun(): void {
    if (this.openRuns > 0) this.openRuns--
  }

  addText(text: string): void {
    const { paragraph } = this
    if (paragraph === undefined) return
    const look = this.look(paragraph)
    const isBlank = text.trim() === ''
    if (look.leftOut !== undefined) {
      if (!isBlank) this.leaveOut(look.leftOut)
      return
    }
    // A number in a text that asks for a value is none, or was put in by a program that left the mark of such a text where it was.
    if ((look.uncertain || this.placeholders > 0) && /\p{Nd}/u.test(text)) this.doubt('shown-otherwise')
    if ((this.cell !== undefined || this.floats.length > 0) && /\d/.test(text)) this.tellFigures()
    this.pages.goOn(text)
    if (!isBlank) this.show()
    const setting = this.scripts.at(-1) ?? look.setting
    paragraph.add(look.font === undefined ? text : inSymbolFont(look.font, text), setting)
  }

  /** Adds what a symbol shows: its font is its own. */
  addSymbol(symbol: string): void {
    const { paragraph } = this
    if (paragraph === undefined) return
    const { leftOut, setting } = this.look(paragraph)
    if (leftOut !== undefined) this.leaveOut(leftOut)
    else {
      this.show()
      paragraph.add(symbol, this.scripts.at(-1) ?? setting)
    }
  }

  /** Remarks that something is not read, which takes its row with it where the row holds nothing else. */
  leaveOut(why: 'hidden' | 'struck'): void {
    this.remarks.add(why === 'hidden' ? 'hidden-text-left-out' : 'struck-text-left-out')
    if (why === 'hidden' && this.table?.row !== undefined) this.table.row.hides = true
  }

  /** The figure of the cell under way is not certain. */
  doubt(why: Doubt): void {
    if (this.cell !== undefined) this.cell.doubt ??= why
  }

  /** The outermost shape that floats where we are. */
  get float(): Float | undefined {
    return this.floats.find((each) => each !== undefined)
  }

  openFloat(float: Float | undefined): void {
    this.floats.push(float)
  }

  /** What lies over the cells that a shape floats at is not certain: figures in it may stand in their place. */
  closeFloat(): void {
    const float = this.floats.pop()
    if (float === undefined || !float.over || float.behind || this.hiddenShapes > 0) return
    if ((float.figures || float.fills) && this.cell !== undefined) this.cell.floatedOver = true
    if (float.figures && float.far) this.table?.doubtAll('covered')
  }

  get isHidden(): boolean {
    return this.hiddenShapes > 0 || (this.paragraph !== undefined && this.look(this.paragraph).leftOut === 'hidden')
  }

  override addPicture(): void {
    if (this.paragraph === undefined || this.isHidden) return
    this.show()
    super.addPicture()
  }

  addChunk(id: string): void {
    this.countPiece()
    this.endWaiting()
    const stead: Block = { kind: 'picture', source: this.pages.place(this.flow.place ?? {}, this.pages.current) }
    this.chunks.push({ id, stead })
    this.flow.blocks.push(stead)
    this.show()
  }

  /** Says what lies behind the table or cell under way, or behind the page. */
  setGround(color: Color): void {
    if (color !== 'none') this.grounds[this.grounds.length - 1] = color
  }

  setTableStyle(style: string | undefined): void {
    if (this.table === undefined) return
    this.table.style = style
    const ground = this.styles.ground(style)
    if (this.styles.varies(style).ground) this.setGround('unknown')
    else if (ground !== undefined) this.setGround(ground)
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
    this.grounds.push(this.ground)
    this.setTableStyle(this.styles.usual.get('table'))
  }

  override closeTable(): void {
    this.grounds.pop()
    super.closeTable()
  }

  openRow(): void {
    if (this.table === undefined || this.table.row !== undefined) throw new UnreadableError('damaged')
    this.countCell()
    this.table.beginRow()
  }

  closeRow(): void {
    if (this.table?.endRow() === false) this.remarks.add('hidden-text-left-out')
  }

  openCell(): void {
    const { table } = this
    if (table?.row === undefined) throw new UnreadableError('damaged')
    this.countCell()
    const { row, deleted } = table.row
    const cell = ++table.row.cells
    if (deleted) {
      this.xml.skip()
      return
    }
    this.enterCell({ table: table.number, row, cell }, newCell(cell))
    this.grounds.push(this.ground)
    if (this.styles.varies(table.style).text) this.doubt('shown-otherwise')
  }

  override closeCell(): void {
    if (this.cell !== undefined) {
      if (this.cell.floatedOver && this.cell.figures) this.doubt('covered')
      this.endWaiting()
      this.grounds.pop()
    }
    super.closeCell()
  }

  override openTextBox(): void {
    if (this.isHidden) {
      this.leaveOut('hidden')
      this.xml.skip()
      return
    }
    super.openTextBox()
    this.grounds.push('unknown')
  }

  override closeTextBox(): void {
    this.endWaiting()
    this.grounds.pop()
    super.closeTextBox()
  }

  /** A paragraph with a deleted mark joins nothing at the end of its flow or before a table. */
  endWaiting(): void {
    const waiting = this.takeWaiting()
    if (waiting !== undefined) this.emit(waiting)
  }

  private get ground(): Color {
    return this.grounds.at(-1) ?? WHITE
  }

  private look(paragraph: ParagraphDraft): Look {
    const { run } = this
    if (!run.isPlain) {
      run.look ??= lookOf(this.styles, run.properties, run.style, this.around(paragraph))
      return run.look
    }
    paragraph.look ??= this.plainLook(paragraph)
    return paragraph.look
  }

  /** How a run is seen that says nothing of itself: nearly always as in the paragraph before. */
  private plainLook(paragraph: ParagraphDraft): Look {
    const { plain } = this
    const around = this.around(paragraph)
    if (plain !== undefined && isSame(plain.around, around)) return plain.look
    const look = lookOf(this.styles, {}, undefined, around)
    this.plain = { around, look }
    return look
  }

  private around(paragraph: ParagraphDraft): Around {
    return {
      tableStyle: this.table?.style,
      paragraphStyle: paragraph.numbering.style,
      paragraphFill: paragraph.fill,
      ground: this.ground,
    }
  }

  private tellFigures(): void {
    if (this.floats.length === 0 && this.cell !== undefined) this.cell.figures = true
    for (const float of this.floats) if (float !== undefined) float.figures = true
  }

  /** Something in the row under way is seen, and so in the rows around its table. */
  private show(): void {
    for (let { table } = this; table?.row?.shows === false; table = table.outer) table.row.shows = true
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
