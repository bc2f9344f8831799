import { UnreadableError } from '../reader.ts'
import { decodeEntities } from './entities.ts'
import { NamespaceScope, type Vocabulary } from './namespaces.ts'

/** What the scanner stands at. An empty element, `<a/>`, is an `OPEN` and then a `CLOSE`. */
export const END = 0
export const OPEN = 1
export const CLOSE = 2
export const TEXT = 3
export type Token = typeof END | typeof OPEN | typeof CLOSE | typeof TEXT

const SLASH = 0x2f
const BANG = 0x21
const QUESTION = 0x3f
const GREATER = 0x3e
const EQUALS = 0x3d
const DOUBLE_QUOTE = 0x22

/** Deeper than any program writes; the walk itself is a loop and would bear more. */
const MAX_DEPTH = 1000

const isSpace = (code: number): boolean => code <= 0x20

/** May stand between an attribute's name and the quote that opens its value. */
const opensValue = (code: number): boolean => code === EQUALS || isSpace(code)

/**
 * Walks an XML text tag by tag, and looks at attributes and text only when asked, which is most of its speed.
 * Names are told as `prefix:local` with the prefixes of the vocabulary, whatever prefixes the file uses.
 * Refuses a DOCTYPE, and tags that do not match, as damage.
 */
export class XmlScanner {
  /** The element that was just opened or closed; empty where its namespace is not in the vocabulary. */
  name = ''
  /** How many elements are open, the one just opened included and the one just closed not. */
  depth = 0
  private readonly xml: string
  private readonly scope: NamespaceScope
  private readonly doubleQuotesOnly: boolean
  /** Of the open elements: names as the file writes them, and as the vocabulary calls them. */
  private readonly written: string[] = []
  private readonly names: string[] = []
  private at = 0
  /** The bounds of what lies between the tag's name and its end, or of the text. */
  private from = 0
  private to = 0
  private closesItself = false
  private literal = false
  private equals = -1

  constructor(xml: string, vocabulary: Vocabulary) {
    this.xml = xml
    this.doubleQuotesOnly = xml.indexOf("'", xml.indexOf('?>')) < 0
    this.scope = new NamespaceScope(xml, vocabulary)
  }

  next(): Token {
    if (this.closesItself) {
      this.closesItself = false
      return this.close()
    }
    for (;;) {
      const less = this.xml.indexOf('<', this.at)
      if (less < 0) return this.end()
      if (less > this.at && this.depth > 0) return this.textUpTo(less)
      const mark = this.xml.charCodeAt(less + 1)
      if (mark === SLASH) return this.closeTag(less)
      if (mark !== BANG && mark !== QUESTION) return this.openTag(less)
      if (this.passesMarkup(less)) return TEXT
    }
  }

  /** The text just met. */
  text(): string {
    const raw = this.xml.slice(this.from, this.to)
    return this.literal ? raw : decodeEntities(raw)
  }

  /** An attribute of the element just opened, by `prefix:local` of the vocabulary, or by its bare name where it has no prefix. */
  attribute(name: string): string | undefined {
    const tag = this.xml.slice(this.from, this.to)
    let at = 0
    for (let equals = tag.indexOf('='); equals >= 0; equals = tag.indexOf('=', at)) {
      let quote = equals + 1
      while (isSpace(tag.charCodeAt(quote))) quote++
      const close = tag.indexOf(tag.charAt(quote), quote + 1)
      if (close < 0) throw new UnreadableError('damaged')
      if (this.scope.attributeName(tag.slice(at, equals).trim()) === name) return decodeEntities(tag.slice(quote + 1, close))
      at = close + 1
    }
    return undefined
  }

  /** The open element `levels` above the one just opened, 1 being its parent; empty where there is none or its namespace is unknown. */
  ancestor(levels: number): string {
    return this.names[this.depth - 1 - levels] ?? ''
  }

  /** Passes over the element just opened with all that it holds, its end included. */
  skip(): void {
    const depth = this.depth
    while (this.depth >= depth) if (this.next() === END) return
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

  private pass(end: string, from: number): void {
    const found = this.xml.indexOf(end, from)
    if (found < 0) throw new UnreadableError('damaged')
    this.at = found + end.length
  }

  /** Passes what is no tag; true where it is literal text. */
  private passesMarkup(less: number): boolean {
    const { xml } = this
    const literal = xml.startsWith('<![CDATA[', less)
    if (literal) {
      this.from = less + 9
      this.pass(']]>', this.from)
      this.to = this.at - 3
      this.literal = true
    } else if (xml.startsWith('<?', less)) this.pass('?>', less)
    else if (xml.startsWith('<!--', less)) this.pass('-->', less + 4)
    else throw new UnreadableError('damaged') // a DOCTYPE: it could define entities without end
    return literal
  }

  private openTag(less: number): Token {
    const { xml } = this
    let at = less + 1
    let code = xml.charCodeAt(at)
    while (code > 0x20 && code !== GREATER && code !== SLASH) code = xml.charCodeAt(++at)
    const raw = xml.slice(less + 1, at)
    this.from = at
    if (code !== GREATER) at = this.tagEnd(at)
    this.closesItself = xml.charCodeAt(at - 1) === SLASH
    this.to = this.closesItself ? at - 1 : at
    this.at = at + 1
    if (raw === '' || this.depth === MAX_DEPTH) throw new UnreadableError(raw === '' ? 'damaged' : 'too-complex')
    this.depth++
    this.scope.enter(this.from, this.to, this.depth)
    this.name = this.scope.elementName(raw)
    this.written.push(raw)
    this.names.push(this.name)
    return OPEN
  }

  /** Where the tag's `>` stands that is in no attribute value. */
  private tagEnd(from: number): number {
    const { xml } = this
    let greater = xml.indexOf('>', from)
    const last = xml.charCodeAt(greater - 1) === SLASH ? greater - 2 : greater - 1
    // Nearly always: no value stands in single quotes, and the `>` follows a `"` that opens none.
    if (this.doubleQuotesOnly && last > from && xml.charCodeAt(last) === DOUBLE_QUOTE && !opensValue(xml.charCodeAt(last - 1)))
      return greater
    let at = this.equalsAfter(from)
    while (at < greater) {
      do at++
      while (isSpace(xml.charCodeAt(at)))
      const quote = xml.charAt(at)
      at = quote === '"' || quote === "'" ? xml.indexOf(quote, at + 1) : -1
      if (at < 0) throw new UnreadableError('damaged')
      if (at > greater) greater = xml.indexOf('>', at)
      at = this.equalsAfter(at)
    }
    if (greater < 0) throw new UnreadableError('damaged')
    return greater
  }

  /** The next `=`, which is kept: searching anew in every tag would take for ever in a text with few of them. */
  private equalsAfter(from: number): number {
    if (this.equals < from) {
      const found = this.xml.indexOf('=', from)
      this.equals = found < 0 ? Number.POSITIVE_INFINITY : found
    }
    return this.equals
  }

  private closeTag(less: number): Token {
    const raw = this.written[this.depth - 1] ?? ''
    let at = less + 2 + raw.length
    if (raw === '' || !this.xml.startsWith(raw, less + 2)) throw new UnreadableError('damaged')
    while (isSpace(this.xml.charCodeAt(at))) at++
    if (this.xml.charCodeAt(at) !== GREATER) throw new UnreadableError('damaged')
    this.at = at + 1
    return this.close()
  }

  private close(): Token {
    this.written.pop()
    this.name = this.names.pop() ?? ''
    this.scope.leave(this.depth)
    this.depth--
    return CLOSE
  }
}
