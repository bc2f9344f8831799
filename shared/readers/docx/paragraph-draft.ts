import type { Block, Source } from '../../document/document.ts'
import { LineText, type Setting } from '../seen-text/line-text.ts'
import { Fields } from './fields.ts'
import type { Look } from './look.ts'
import type { NumberingReference } from './numbering.ts'
import type { Color } from './text-properties.ts'

/** A paragraph while it is read. */
export class ParagraphDraft {
  place: Source
  /** Known once the first text comes: a page break may stand before it. */
  page: number
  /** Pictures and the blocks of text boxes, which follow the paragraph that they hang on. */
  readonly after: Block[] = []
  readonly numbering: NumberingReference = { style: undefined, numId: undefined, level: undefined }
  /** What lies behind it, where it says so itself. */
  fill: Color | undefined
  /** How a run is seen that says nothing of itself, once that was asked. */
  look: Look | undefined
  /** The paragraph mark is deleted: the next paragraph goes on with this one. */
  joinsNext = false
  fields = new Fields()
  private readonly line = new LineText()

  constructor(place: Source, page: number) {
    this.place = place
    this.page = page
  }

  get text(): string {
    return this.line.text
  }

  /** Goes on as the paragraph behind a deleted mark, whose properties count. */
  goOn(place: Source, page: number): void {
    if (this.text === '') {
      this.place = place
      this.page = page
    }
    this.joinsNext = false
    this.fields = new Fields()
    this.fill = undefined
    this.look = undefined
    Object.assign(this.numbering, { style: undefined, numId: undefined, level: undefined })
  }

  /** Adds text, unless it stands in a field's code. */
  add(text: string, setting?: Setting): void {
    if (!this.fields.inCode) this.line.add(text, setting)
  }

  /** The text with its number in front, without line breaks at its ends; empty where nothing but white space is left. */
  finish(label: string): string {
    const line = this.line.finish()
    let from = 0
    let to = line.length
    while (line.charCodeAt(from) === 10) from++
    while (to > from && line.charCodeAt(to - 1) === 10) to--
    const text = label + line.slice(from, to)
    return text.trim() === '' ? '' : text
  }
}
