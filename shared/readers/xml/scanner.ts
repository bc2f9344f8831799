import { tooDeep, UnreadableError } from '../reader.ts'
import { attributesOf } from './attributes.ts'
import { decodeEntities } from './entities.ts'
import { NamespaceScope, type Vocabulary } from './namespaces.ts'
import { decodeUtf8 } from './xml-bytes.ts'

/** What the scanner stands at. An empty element, `<a/>`, is an `OPEN` and then a `CLOSE`. */
export const END = 0
export const OPEN = 1
export const CLOSE = 2
export const TEXT = 3
export type Token = typeof END | typeof OPEN | typeof CLOSE | typeof TEXT

const SPACE = 0x20
const BANG = 0x21
const DOUBLE_QUOTE = 0x22
const SINGLE_QUOTE = 0x27
const AMPERSAND = 0x26
const SLASH = 0x2f
const LESS = 0x3c
const EQUALS = 0x3d
const GREATER = 0x3e
const QUESTION = 0x3f
const LETTER_X = 0x78

/** Deeper than any program writes; the walk itself is a loop and would bear more. */
const MAX_DEPTH = 1000

/** A name in the bytes, and what the vocabulary calls it. */
type Name = { readonly start: number; readonly length: number; readonly name: string }
const NAMELESS: Name = { start: 0, length: 0, name: '' }
const SLOTS = 512

const isSpace = (code: number): boolean => code <= SPACE
/**
 * Walks the bytes of an XML part tag by tag, and makes strings of attributes and text only when asked, which is most of its speed.
 * Names are told as `prefix:local` with the prefixes of the vocabulary, whatever prefixes the file uses.
 * Refuses a DOCTYPE that may define something, and tags that do not match, as damage.
 */
export class XmlScanner {
  /** The element that was just opened or closed; empty where its namespace is not in the vocabulary. */
  name = ''
  /** Where the next token begins, in bytes. */
  get offset(): number {
    return this.at
  }
  /** How many elements are open, the one just opened included and the one just closed not. */
  depth = 0
  private readonly bytes: Uint8Array
  private readonly scope: NamespaceScope
  private readonly open: Name[] = []
  /** Names met before, by a hash of their bytes; one that finds its slot taken takes it over. */
  private readonly slots: Name[] = Array(SLOTS).fill(NAMELESS)
  private at = 0
  /** The bounds of what lies between the tag's name and its end, or of the text. */
  private from = 0
  private to = 0
  private closesItself = false
  private literal = false

  /** `bytes` are of UTF-8, see `xmlBytes`. */
  constructor(bytes: Uint8Array, vocabulary: Vocabulary) {
    this.bytes = bytes
    this.scope = new NamespaceScope(vocabulary)
  }

  next(): Token {
    if (this.closesItself) {
      this.closesItself = false
      return this.close()
    }
    const { bytes } = this
    for (;;) {
      const from = this.at
      let less = from
      while (bytes[less] !== LESS && less < bytes.length) less++
      if (less === bytes.length) return this.end()
      if (less > from && this.depth > 0) return this.textUpTo(less)
      const mark = bytes[less + 1]
      if (mark === SLASH) return this.closeTag(less + 2)
      if (mark !== BANG && mark !== QUESTION) return this.openTag(less + 1)
      if (this.passesMarkup(less)) return TEXT
    }
  }

  /** The text just met. */
  text(): string {
    const raw = decodeUtf8(this.bytes, this.from, this.to)
    return this.literal ? raw : decodeEntities(raw)
  }

  /** An attribute of the element just opened, by `prefix:local` of the vocabulary, or by its bare name where it has no prefix. */
  attribute(name: string): string | undefined {
    if (this.from === this.to) return undefined
    for (const [written, value] of attributesOf(decodeUtf8(this.bytes, this.from, this.to)))
      if (this.scope.attributeName(written) === name) return decodeEntities(value)
    return undefined
  }

  /** All attributes of the element just opened, named as for `attribute`: for elements of which many are asked. */
  attributes(): ReadonlyMap<string, string> {
    const found = new Map<string, string>()
    if (this.from === this.to) return found
    for (const [written, value] of attributesOf(decodeUtf8(this.bytes, this.from, this.to)))
      found.set(this.scope.attributeName(written), decodeEntities(value))
    return found
  }

  /** The attribute `w:val` of the element just opened: most elements of Word say all by it. */
  value(): string | undefined {
    const { bytes, to } = this
    for (let at = this.from; at < to; at++) {
      if (bytes[at] !== EQUALS) continue
      const quote = bytes[at + 1]
      if (!this.stands(':val', at - 4) || (quote !== DOUBLE_QUOTE && quote !== SINGLE_QUOTE)) return this.attribute('w:val')
      return this.plainLetters(at + 2, quote) ?? this.attribute('w:val')
    }
    return undefined
  }

  /** Whether these plain letters stand anywhere in the tag just opened, behind its name. */
  holds(letters: string): boolean {
    const { bytes, to } = this
    const first = letters.charCodeAt(0)
    for (let at = this.from; at < to; at++) if (bytes[at] === first && this.stands(letters, at)) return true
    return false
  }

  /** The open element `levels` above the one just opened, 1 being its parent; empty where there is none or its namespace is unknown. */
  ancestor(levels: number): string {
    return this.open[this.depth - 1 - levels]?.name ?? ''
  }

  /** Passes over the element just opened with all that it holds, its end included. */
  skip(): void {
    const depth = this.depth
    while (this.depth >= depth) if (this.next() === END) return
  }

  /** The letters up to a quote; undefined where they are not of ASCII or hold an entity. */
  private plainLetters(from: number, quote: number): string | undefined {
    let text = ''
    for (let at = from; at < this.to; at++) {
      const code = this.bytes[at] ?? quote
      if (code === quote) return text
      if (code === AMPERSAND || code > 0x7f) return undefined
      text += String.fromCharCode(code)
    }
    return undefined
  }

  private textUpTo(less: number): Token {
    this.from = this.at
    this.to = this.at = less
    this.literal = false
    return TEXT
  }

  private end(): Token {
    if (this.depth > 0) throw new UnreadableError('damaged')
    return END
  }

  private stands(what: string, at: number): boolean {
    for (let index = 0; index < what.length; index++) if (this.bytes[at + index] !== what.charCodeAt(index)) return false
    return true
  }

  private pass(end: string, from: number): void {
    let at = from
    while (!this.stands(end, at)) if (++at >= this.bytes.length) throw new UnreadableError('damaged')
    this.at = at + end.length
  }

  /** Passes what is no tag; true where it is literal text. */
  private passesMarkup(less: number): boolean {
    const literal = this.stands('<![CDATA[', less)
    if (literal) {
      this.from = less + 9
      this.pass(']]>', this.from)
      this.to = this.at - 3
      this.literal = true
    } else if (this.bytes[less + 1] === QUESTION) this.pass('?>', less)
    else if (this.stands('<!--', less)) this.pass('-->', less + 4)
    else this.passDocumentType(less)
    return literal
  }

  /** A DOCTYPE that only names its kind defines nothing, as nobody fetches what it names; any other could define entities without end. */
  private passDocumentType(less: number): void {
    this.pass('>', less)
    const written = decodeUtf8(this.bytes, less, this.at)
    if (!/^<!DOCTYPE\s+[\w:.-]+\s+(?:PUBLIC|SYSTEM)\s[^<[\]]*>$/.test(written) || this.depth > 0) throw new UnreadableError('damaged')
  }

  private openTag(start: number): Token {
    const { bytes } = this
    let at = start
    let hash = 0
    for (let code = bytes[at] ?? 0; code > SPACE && code !== GREATER && code !== SLASH; code = bytes[++at] ?? 0)
      hash = (hash * 31 + code) | 0
    if (at === start) throw new UnreadableError('damaged')
    if (this.depth === MAX_DEPTH) throw new UnreadableError('too-complex', tooDeep({ nesting: MAX_DEPTH }))
    this.depth++
    this.from = at
    const end = this.tagEnd(at)
    this.closesItself = bytes[end - 1] === SLASH
    this.to = this.closesItself ? end - 1 : end
    this.at = end + 1
    const name = this.nameAt(start, at - start, hash & (SLOTS - 1))
    this.open.push(name)
    this.name = name.name
    return OPEN
  }

  /** Where the tag's `>` stands that is in no attribute value. Takes in the namespaces that the tag declares. */
  private tagEnd(from: number): number {
    const { bytes } = this
    let declares = false
    let at = from
    for (let code = bytes[at]; code !== GREATER; code = bytes[++at]) {
      if (code === DOUBLE_QUOTE || code === SINGLE_QUOTE) {
        do at++
        while (bytes[at] !== code && at < bytes.length)
      } else if (code === LETTER_X) declares ||= this.stands('xmlns', at)
      else if (code === undefined) throw new UnreadableError('damaged')
    }
    if (declares && this.scope.enter(decodeUtf8(bytes, from, at), this.depth)) this.slots.fill(NAMELESS)
    return at
  }

  private same(name: Name, at: number): boolean {
    for (let index = 0; index < name.length; index++) if (this.bytes[name.start + index] !== this.bytes[at + index]) return false
    return true
  }

  private nameAt(start: number, length: number, slot: number): Name {
    const known = this.slots[slot] ?? NAMELESS
    if (known.length === length && this.same(known, start)) return known
    const name = { start, length, name: this.scope.elementName(decodeUtf8(this.bytes, start, start + length)) }
    this.slots[slot] = name
    return name
  }

  private closeTag(start: number): Token {
    const name = this.open[this.depth - 1]
    if (name === undefined || !this.same(name, start)) throw new UnreadableError('damaged')
    let at = start + name.length
    while (isSpace(this.bytes[at] ?? GREATER)) at++
    if (this.bytes[at] !== GREATER) throw new UnreadableError('damaged')
    this.at = at + 1
    return this.close()
  }

  private close(): Token {
    this.name = this.open.pop()?.name ?? ''
    if (this.scope.leave(this.depth)) this.slots.fill(NAMELESS)
    this.depth--
    return CLOSE
  }
}
