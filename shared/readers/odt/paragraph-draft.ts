import type { Block, Source } from '../../document/document.ts'
import { LineText, type Setting } from '../seen-text/line-text.ts'
import type { TextProperties } from './text-properties.ts'

/** A paragraph while it is read. */
export class ParagraphDraft {
  readonly place: Source
  readonly page: number
  /** Pictures and the blocks of text boxes, which follow the paragraph that they hang on. */
  readonly after: Block[] = []
  hidden = false
  private readonly label: string
  private readonly line = new LineText()
  /** White space of the file stands for one blank, and for none at the start or beside another. */
  private blank = true

  /** How its text is set, and what lies behind it. */
  readonly text: TextProperties
  readonly ground: string

  constructor(place: Source, page: number, label: string, set: { readonly text: TextProperties; readonly ground: string }) {
    this.text = set.text
    this.ground = set.ground
    this.place = place
    this.page = page
    this.label = label
  }

  /** Text as the file has it. */
  addRaw(raw: string, setting?: Setting): void {
    for (const [, white, words = ''] of raw.matchAll(/([ \t\r\n]+)|([^ \t\r\n]+)/g)) {
      if (white === undefined) this.line.add(words, setting)
      else if (!this.blank) this.line.add(' ')
      this.blank = white !== undefined
    }
  }

  /** Blanks, tabs and line breaks that elements stand for. */
  add(exact: string, setting?: Setting): void {
    this.line.add(exact, setting)
    this.blank = false
  }

  /** The text with its number in front, without line breaks and file white space at its ends; empty where no word is left. */
  finish(): string {
    const text = this.label + this.line.finish().replace(/^\n+|[ \n]+$/g, '')
    return text.trim() === '' ? '' : text
  }
}
