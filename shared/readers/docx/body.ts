import type { Block } from '../../document/document.ts'
import type { Remark } from '../../document/reading.ts'
import { startDeadline } from '../deadline.ts'
import { type ReadLimits, tooDeep, tooLong, tooMany, UnreadableError } from '../reader.ts'
import { END, OPEN, TEXT, XmlScanner } from '../xml/scanner.ts'
import { HANDLERS } from './body-elements.ts'
import { type Flow, newFlow } from './flow.ts'
import { OOXML } from './names.ts'
import type { Numbering } from './numbering.ts'
import { PageCount } from './page-count.ts'
import { ParagraphDraft } from './paragraph-draft.ts'
import { type CellDraft, newCell, TableDraft } from './table-draft.ts'

/** Walks `document.xml` once, in a loop, and builds the blocks. What each element does stands in `body-elements.ts`. */
export class BodyReader {
  readonly xml: XmlScanner
  readonly remarks = new Set<Remark>()
  paragraph: ParagraphDraft | undefined
  table: TableDraft | undefined
  /** The run being read is hidden text. */
  hidden = false
  /** For each open `mc:AlternateContent`, whether one of its alternatives is read already. */
  readonly alternatives: boolean[] = []
  private flow: Flow = newFlow()
  private readonly pages = new PageCount()
  /** Whether paragraphs may have automatic numbers. */
  numbered: 'not' | 'by-style' | 'directly' = 'not'
  private readonly limits: ReadLimits
  private readonly numbering: Numbering | undefined
  private paragraphs = 0
  private tables = 0
  private nesting = 0
  private pieces = 0
  private cells = 0
  private letters = 0

  constructor(xml: Uint8Array, limits: ReadLimits, numbering?: Numbering) {
    this.xml = new XmlScanner(xml, OOXML)
    this.limits = limits
    this.numbering = numbering
  }

  get blocks(): readonly Block[] {
    return this.flow.blocks
  }

  get cell(): CellDraft | undefined {
    return this.flow.cell
  }

  read(): void {
    const { xml } = this
    const step = startDeadline(this.limits)
    let known = false
    for (let token = xml.next(); token !== END; token = xml.next()) {
      if (token === TEXT) continue
      step()
      const handler = HANDLERS.get(xml.name)
      if (token === OPEN) handler?.open?.(this)
      else handler?.close?.(this)
      known ||= xml.name === 'w:document'
    }
    if (!known) throw new UnreadableError('damaged')
    this.endJoining()
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

  addPicture(): void {
    if (this.paragraph === undefined || this.hidden) return
    this.countPiece()
    this.paragraph.after.push({ kind: 'picture', source: this.pages.place(this.paragraph.place, this.pages.current) })
  }

  /** A new page begins here: as Word laid it out, or because a person broke it. */
  newPage(by: 'layout' | 'person'): void {
    this.pages.turn(by)
    if (this.paragraph?.text === '') this.paragraph.page = this.pages.current
  }

  openParagraph(): void {
    if (this.paragraph !== undefined) throw new UnreadableError('damaged')
    this.countPiece()
    const { flow } = this
    const place = flow.place ?? { paragraph: ++this.paragraphs }
    const { joining } = flow
    flow.joining = undefined
    joining?.goOn(place, this.pages.current)
    this.paragraph = joining ?? new ParagraphDraft(place, this.pages.current)
  }

  closeParagraph(): void {
    const { paragraph, flow } = this
    if (paragraph === undefined) return
    this.paragraph = undefined
    if (paragraph.joinsNext) flow.joining = paragraph
    else this.emit(paragraph)
  }

  openTable(): void {
    if (this.paragraph !== undefined) throw new UnreadableError('damaged')
    if (++this.nesting > this.limits.nesting) throw new UnreadableError('too-complex', tooDeep(this.limits))
    this.countPiece()
    this.endJoining()
    this.table = new TableDraft(++this.tables, this.pages.current, this.table)
  }

  closeTable(): void {
    if (this.table === undefined) return
    this.nesting--
    const table = this.table.finish(this.pages.place({ table: this.table.number }, this.table.page))
    this.table = this.table.outer
    if (table !== undefined) this.flow.blocks.push(table)
  }

  openRow(): void {
    if (this.table === undefined || this.table.row !== undefined) throw new UnreadableError('damaged')
    this.countCell()
    this.table.beginRow()
  }

  openCell(): void {
    const { table, flow } = this
    if (table?.row === undefined || this.paragraph !== undefined || flow.place?.table === table.number) throw new UnreadableError('damaged')
    this.countCell()
    const { row } = table.row
    const cell = ++table.row.cells
    if (table.row.deleted) this.xml.skip()
    else this.flow = newFlow({ table: table.number, row, cell }, flow, undefined, newCell(cell))
  }

  closeCell(): void {
    const { flow, table } = this
    if (flow.cell === undefined || flow.outer === undefined || table === undefined) return
    this.endJoining()
    this.flow = flow.outer
    table.addCell(flow.cell, flow.blocks, this.pages.place(flow.place ?? {}, flow.blocks[0]?.source.page ?? this.pages.current))
  }

  openTextBox(): void {
    if (this.hidden) {
      this.remarks.add('hidden-text-left-out')
      this.xml.skip()
      return
    }
    this.flow = newFlow(this.paragraph?.place ?? this.flow.place, this.flow, this.paragraph)
    this.paragraph = undefined
  }

  closeTextBox(): void {
    const { blocks, outer, paragraph } = this.flow
    if (outer === undefined) return
    this.endJoining()
    this.flow = outer
    this.paragraph = paragraph
    if (blocks.length === 0) return
    this.remarks.add('text-box-read')
    const into = paragraph?.after ?? outer.blocks
    for (const block of blocks) into.push(block)
  }

  private emit(paragraph: ParagraphDraft): void {
    const { blocks } = this.flow
    const label = this.numbering?.label(paragraph.numbering) ?? ''
    const text = paragraph.finish(label)
    this.letters += text.length
    if (this.letters > this.limits.characters) throw new UnreadableError('too-complex', tooLong(this.limits))
    if (text !== '') blocks.push({ kind: 'paragraph', text, source: this.pages.place(paragraph.place, paragraph.page) })
    for (const block of paragraph.after) blocks.push(block)
  }

  /** A paragraph with a deleted mark joins nothing at the end of its flow or before a table. */
  private endJoining(): void {
    const { joining } = this.flow
    this.flow.joining = undefined
    if (joining !== undefined) this.emit(joining)
  }

  private countPiece(): void {
    if (++this.pieces > this.limits.cells) throw new UnreadableError('too-complex', tooMany(this.limits))
  }

  private countCell(): void {
    if (++this.cells > this.limits.cells) throw new UnreadableError('too-complex', tooMany(this.limits))
  }
}
