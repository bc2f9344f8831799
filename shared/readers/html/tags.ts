/** The flat stream of tags and text in an HTML file. No tree is built, so that neither depth nor missing tags can hurt. */
import { Tokenizer, type TokenizerCallbacks } from 'htmlparser2'
import { nameReader } from './names.ts'

/** The few attributes that matter to a reader; the others are never copied out of the file. */
const WANTED = new Set([
  ...['style', 'class', 'id', 'hidden', 'popover', 'open', 'color', 'bgcolor', 'background', 'text', 'dir', 'media'],
  ...['colspan', 'rowspan', 'width', 'height', 'src', 'type', 'value', 'selected'],
])
/** Of a picture alone. */
const OF_PICTURES = new Set(['width', 'height', 'src'])
/** By its length and its first letter most that is not wanted is known before it is copied. */
const signOf = (length: number, first: number): number => length * 128 + (first | 0x20)
const SIGNS = new Set(Array.from(WANTED, (name) => signOf(name.length, name.charCodeAt(0))))
export type Attributes = Readonly<Record<string, string>>
const NONE: Attributes = {}
const NO_MORE: ReadonlySet<string> = new Set()

export type TagHandler = {
  readonly open: (name: string, attributes: Attributes) => void
  readonly close: (name: string) => void
  readonly text: (text: string) => void
}

/**
 * Calls the handler for each tag and piece of text, in order; comments, and with them what only Word reads, are left out.
 * `more` are attributes that matter besides. Each of the `pieces` of a page but the last ends behind a `>`, so that no name runs from one into the next.
 */
export const eachTag = (pieces: readonly string[], { open, close, text }: TagHandler, more: ReadonlySet<string> = NO_MORE): void => {
  let [tag, attribute, value]: [string, string, string] = ['', '', '']
  let wanted = false
  let attributes: Record<string, string> | undefined
  const names = nameReader()
  let [html, offset] = ['', 0]
  const nameAt = (start: number, end: number): string => names(html, start - offset, end - offset)
  const opened = (): void => open(tag, attributes ?? NONE)
  const ignore = (): void => undefined
  const callbacks: TokenizerCallbacks = {
    onopentagname: (start, end) => {
      tag = nameAt(start, end)
      attributes = undefined
    },
    onattribname: (start, end) => {
      wanted = more.size > 0 || SIGNS.has(signOf(end - start, html.charCodeAt(start - offset)))
      if (!wanted) return
      attribute = nameAt(start, end)
      wanted = more.has(attribute) || (WANTED.has(attribute) && (tag === 'img' || !OF_PICTURES.has(attribute)))
      value = ''
    },
    onattribdata: (start, end) => {
      if (wanted) value += html.slice(start - offset, end - offset)
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
    onclosetag: (start, end) => close(nameAt(start, end)),
    ontext: (start, end) => text(html.slice(start - offset, end - offset)),
    ontextentity: (codePoint) => text(String.fromCodePoint(codePoint)),
    oncdata: ignore,
    oncomment: ignore,
    ondeclaration: ignore,
    onprocessinginstruction: ignore,
    onend: ignore,
  }
  const tokenizer = new Tokenizer({}, callbacks)
  for (const piece of pieces) {
    offset += html.length
    html = piece
    tokenizer.write(piece)
  }
  tokenizer.end()
}
