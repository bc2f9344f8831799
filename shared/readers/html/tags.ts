/** The flat stream of tags and text in an HTML file. No tree is built, so that neither depth nor missing tags can hurt. */
import { Tokenizer, type TokenizerCallbacks } from 'htmlparser2'

/** The few attributes that matter to a reader; the others are never copied out of the file. */
const WANTED = new Set([
  ...['style', 'class', 'id', 'hidden', 'popover', 'open', 'color', 'bgcolor', 'background', 'text', 'dir', 'media'],
  ...['colspan', 'rowspan', 'width', 'height', 'src', 'type', 'value', 'selected'],
])
const lengths = Array.from(WANTED, ({ length }) => length)
const [SHORTEST, LONGEST] = [Math.min(...lengths), Math.max(...lengths)]
export type Attributes = Readonly<Record<string, string>>
const NONE: Attributes = {}

export type TagHandler = {
  readonly open: (name: string, attributes: Attributes) => void
  readonly close: (name: string) => void
  readonly text: (text: string) => void
}

/** Calls the handler for each tag and piece of text, in order; comments, and with them what only Word reads, are left out. */
export const eachTag = (html: string, { open, close, text }: TagHandler): void => {
  let [tag, attribute, value]: [string, string, string] = ['', '', '']
  let wanted = false
  let attributes: Record<string, string> | undefined
  const opened = (): void => open(tag, attributes ?? NONE)
  const ignore = (): void => undefined
  const callbacks: TokenizerCallbacks = {
    onopentagname: (start, end) => {
      tag = html.slice(start, end).toLowerCase()
      attributes = undefined
    },
    onattribname: (start, end) => {
      wanted = end - start >= SHORTEST && end - start <= LONGEST
      if (!wanted) return
      attribute = html.slice(start, end).toLowerCase()
      wanted = WANTED.has(attribute)
      value = ''
    },
    onattribdata: (start, end) => {
      if (wanted) value += html.slice(start, end)
    },
    onattribentity: (codePoint) => {
      if (wanted) value += String.fromCodePoint(codePoint)
    },
    onattribend: () => {
      if (!wanted) return
      attributes ??= {}
      attributes[attribute] ??= value
    },
    onopentagend: opened,
    onselfclosingtag: opened,
    onclosetag: (start, end) => close(html.slice(start, end).toLowerCase()),
    ontext: (start, end) => text(html.slice(start, end)),
    ontextentity: (codePoint) => text(String.fromCodePoint(codePoint)),
    oncdata: ignore,
    oncomment: ignore,
    ondeclaration: ignore,
    onprocessinginstruction: ignore,
    onend: ignore,
  }
  const tokenizer = new Tokenizer({}, callbacks)
  tokenizer.write(html)
  tokenizer.end()
}
