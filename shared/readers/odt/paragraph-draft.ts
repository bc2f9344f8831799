import type { Block, Source } from '../../document/document.ts'

/** A paragraph while it is read. */
export class ParagraphDraft {
  readonly place: Source
  readonly page: number
  /** Pictures and the blocks of text boxes, which follow the paragraph that they hang on. */
  readonly after: Block[] = []
  hidden = false
  private readonly label: string
  private text = ''
  /** White space of the file stands for one blank, and for none at the start or beside another. */
  private blank = true

  constructor(place: Source, page: number, label: string) {
    this.place = place
    this.page = page
    this.label = label
  }

  /** Text as the file has it. */
  addRaw(raw: string): void {
    for (const [, white, words = ''] of raw.matchAll(/([ \t\r\n]+)|([^ \t\r\n]+)/g)) {
      if (white === undefined) this.text += words
      else if (!this.blank) this.text += ' '
      this.blank = white !== undefined
    }
  }

  /** Blanks, tabs and line breaks that elements stand for. */
  add(exact: string): void {
    this.text += exact
    this.blank = false
  }

  /** The text with its number in front, without line breaks and file white space at its ends; empty where no word is left. */
  finish(): string {
    const text = this.label + this.text.replace(/^\n+|[ \n]+$/g, '')
    return text.trim() === '' ? '' : text
  }
}
