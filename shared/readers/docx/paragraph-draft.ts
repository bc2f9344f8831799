import type { Block, Source } from '../../document/document.ts'
import type { NumberingReference } from './numbering.ts'

/** A paragraph while it is read. */
export class ParagraphDraft {
  text = ''
  place: Source
  /** Known once the first text comes: a page break may stand before it. */
  page: number
  /** Pictures and the blocks of text boxes, which follow the paragraph that they hang on. */
  readonly after: Block[] = []
  readonly numbering: NumberingReference = { style: undefined, numId: undefined, level: undefined }
  /** The paragraph mark is deleted: the next paragraph goes on with this one. */
  joinsNext = false
  /** For each open field, whether its code is passed and not yet its result. */
  private fields: boolean[] = []
  private codes = 0

  constructor(place: Source, page: number) {
    this.place = place
    this.page = page
  }

  /** Goes on as the paragraph behind a deleted mark, whose properties count. */
  goOn(place: Source, page: number): void {
    if (this.text === '') {
      this.place = place
      this.page = page
    }
    this.joinsNext = false
    this.fields = []
    this.codes = 0
    Object.assign(this.numbering, { style: undefined, numId: undefined, level: undefined })
  }

  /** Adds text, unless it stands in a field's code. */
  add(text: string): void {
    if (this.codes === 0) this.text += text
  }

  field(type: string | undefined): void {
    if (type === 'begin') {
      this.fields.push(true)
      this.codes++
      return
    }
    if (this.fields.pop() === true) this.codes--
    if (type === 'separate') this.fields.push(false)
  }

  /** The text with its number in front, without line breaks at its ends; empty where nothing but white space is left. */
  finish(label: string): string {
    let from = 0
    let to = this.text.length
    while (this.text.charCodeAt(from) === 10) from++
    while (to > from && this.text.charCodeAt(to - 1) === 10) to--
    const text = label + this.text.slice(from, to)
    return text.trim() === '' ? '' : text
  }
}
