/** The elements that are open at one place of a page, each with its look. */
import { type Declarations, declarationsOf } from './css/declarations.ts'
import type { Element, PseudoElement } from './css/selector.ts'
import type { Matched, Said, StyleSheets } from './css/style-sheet.ts'
import { BLOCKS, tableRank } from './elements.ts'
import { LOOK_ATTRIBUTES, type Look, lookOf, PLAIN } from './look.ts'
import type { Attributes } from './tags.ts'

/** A look, and those of elements within it, by their tags: programs write the same few elements over and over. */
type KnownLook = {
  readonly look: Look
  /** By name and attributes, and by style. */
  readonly inside: Map<string, Map<string, KnownLook>>
}
const knownLook = (look: Look): KnownLook => ({ look, inside: new Map() })

export type OpenElement = Element & {
  look: Look
  known: KnownLook
  /** What style sheets put before its text and behind it. */
  pseudo: Partial<Record<PseudoElement, PutIn>>
  /** How many elements it has held so far that are read, and how many there were. */
  children: number
  elements: number
  last?: Element
  types?: Map<string, number>
}
export type PutIn = { readonly text: string; readonly look: Look }

const PART_NAMES = new Set(['td', 'th', 'tr', 'thead', 'tbody', 'tfoot', 'table'])
/** So far up an element is looked for that a tag ends; further no program nests. */
const MOST_LEVELS = 1000
const [CELLS, ROWS, SECTIONS, ITEMS, PARAGRAPHS] = [['td', 'th'], ['tr'], ['thead', 'tbody', 'tfoot'], ['li'], ['p']]
const NO_PSEUDO = {}
const NO_CLASSES: readonly string[] = []
const NO_RULES: readonly Said[] = []
const MOST_STYLES = 5000
const MOST_LOOKS = 5000

/** Of a formula: what stands as an exponent or an index. */
const levelIn = (parent: OpenElement | undefined): Look['level'] => {
  if (parent === undefined || parent.children === 0) return 0
  if (parent.name === 'msub' || parent.name === 'munder') return -1
  return parent.name === 'msup' || parent.name === 'msubsup' || parent.name === 'mover' ? 1 : 0
}

/** A page that a script shows is seen. */
const shown = (name: string, look: Look): Look =>
  name === 'body' || name === 'html' ? { ...look, gone: false, letters: 'seen', visible: true, transparent: false } : look

const STRING = /"([^"]*)"|'([^']*)'|attr\(\s*([\w-]+)[^)]*\)/g
/** Only figures matter: marks and icons stand before headings. */
const contentOf = (content: string, attributes: Attributes): string => {
  let text = ''
  for (const [, double, single, attribute] of content.matchAll(STRING))
    text += attribute === undefined ? (double ?? single ?? '') : (attributes[attribute.toLowerCase()] ?? '')
  const plain = text.replace(/\\([\da-f]{1,6})\s?/gi, (_, code: string) =>
    String.fromCodePoint(Math.min(Number.parseInt(code, 16), 0x10ffff)),
  )
  return /\d/.test(plain) ? plain : ''
}
/** A number that the browser counts: which, is not told. */
const COUNTED = /counters?\(/

/** All that the look of an element can depend on besides rules, its style and what it stands in. */
const lookKey = (name: string, attributes: Attributes): string => {
  let key = name
  for (const attribute in attributes)
    if (attribute !== 'style' && LOOK_ATTRIBUTES.has(attribute)) key += ` ${attribute}=${JSON.stringify(attributes[attribute])}`
  return key
}

export class OpenElements {
  readonly stack: OpenElement[] = []
  private readonly counts = new Map<string, number>()
  /** Programs write the same few styles over and over. */
  private readonly styles = new Map<string, Declarations | undefined>()
  private readonly outermost = knownLook(PLAIN)
  private looksKept = 0
  private readonly sheets: StyleSheets

  constructor(sheets: StyleSheets) {
    this.sheets = sheets
  }

  get look(): Look {
    return this.stack.at(-1)?.look ?? PLAIN
  }

  private styleOf(text: string | undefined): Declarations | undefined {
    if (text === undefined) return undefined
    if (this.styles.has(text)) return this.styles.get(text)
    const stated = declarationsOf(text)
    const style = stated && this.sheets.resolved(stated)
    if (this.styles.size < MOST_STYLES) this.styles.set(text, style)
    return style
  }

  /** The element that a tag would open here, after it has ended what such a tag ends. */
  describe(name: string, attributes: Attributes): OpenElement {
    this.endBefore(name)
    const parent = this.stack.at(-1)
    const classes = attributes.class === undefined ? NO_CLASSES : attributes.class.split(/\s+/).filter((each) => each !== '')
    const position = parent === undefined ? 1 : ++parent.elements
    const element: OpenElement = {
      name,
      id: attributes.id,
      classes,
      attributes,
      position,
      look: PLAIN,
      known: this.outermost,
      pseudo: NO_PSEUDO,
      children: 0,
      elements: 0,
      ...(parent !== undefined && this.among(parent, name)),
    }
    if (parent !== undefined && this.sheets.asked.siblings) parent.last = element
    const around = parent?.known ?? this.outermost
    const matched = this.sheets.match(element, this.stack)
    const known =
      matched === undefined ? this.unruled(name, attributes, around) : knownLook(this.lookBy(name, attributes, matched.own, around))
    const level = levelIn(parent)
    element.known = level === 0 ? known : knownLook({ ...known.look, level, moved: false })
    element.look = element.known.look
    if (matched !== undefined) element.pseudo = this.putIn(matched, element)
    return element
  }

  /** Where it stands among the elements before it, as far as selectors ask. */
  private among(parent: OpenElement, name: string): Pick<Element, 'previous' | 'positionOfType'> {
    const { siblings, types } = this.sheets.asked
    if (!types) return siblings ? { previous: parent.last } : NO_PSEUDO
    parent.types ??= new Map()
    const positionOfType = (parent.types.get(name) ?? 0) + 1
    parent.types.set(name, positionOfType)
    return { previous: parent.last, positionOfType }
  }

  private putIn({ pseudo: { before, after } }: Matched, element: OpenElement): OpenElement['pseudo'] {
    if (before === undefined && after === undefined) return NO_PSEUDO
    const put = (said: readonly Said[] | undefined): PutIn | undefined => {
      const contents = said?.flatMap(({ declarations: { content, ...others } }) => content ?? others['content!'] ?? []) ?? []
      const content = contents.at(-1)
      if (said === undefined || content === undefined) return undefined
      const look = lookOf('::', {}, said, undefined, element.look)
      const text = look.gone ? '' : contentOf(content, element.attributes)
      const isSure = !COUNTED.test(content) && said.every((each) => each.isSure)
      if (text === '' && (isSure || look.gone)) return undefined
      return { text, look: isSure ? look : { ...look, uncertain: true } }
    }
    const [first, last] = [put(before), put(after)]
    return { ...(first && { before: first }), ...(last && { after: last }) }
  }

  /** Of an element that no rule of a style sheet is for. */
  private unruled(name: string, attributes: Attributes, around: KnownLook): KnownLook {
    const key = lookKey(name, attributes)
    const style = attributes.style ?? ''
    let byStyle = around.inside.get(key)
    const before = byStyle?.get(style)
    if (before !== undefined) return before
    const look = this.lookBy(name, attributes, NO_RULES, around)
    const known = look === around.look ? around : knownLook(look)
    if (this.looksKept >= MOST_LOOKS) return known
    if (byStyle === undefined) {
      byStyle = new Map()
      around.inside.set(key, byStyle)
    }
    byStyle.set(style, known)
    this.looksKept++
    return known
  }

  private lookBy(name: string, attributes: Attributes, rules: readonly Said[], around: KnownLook): Look {
    return shown(name, lookOf(name, attributes, rules, this.styleOf(attributes.style), around.look))
  }

  /** Opens an element, and returns what stands before its text without being there: the line of a fraction, the sign of a root. */
  open(element: OpenElement): string {
    const parent = this.stack.at(-1)
    const line = parent?.name === 'mfrac' && parent.children > 0 ? '/' : ''
    if (parent !== undefined) parent.children++
    this.stack.push(element)
    this.counts.set(element.name, (this.counts.get(element.name) ?? 0) + 1)
    return line + (element.name === 'msqrt' ? '√' : '')
  }

  has(name: string): boolean {
    return (this.counts.get(name) ?? 0) > 0
  }

  /** What the style sheet puts behind the text of the innermost element, where the tag ends that one. */
  after(name: string): PutIn | undefined {
    const last = this.stack.at(-1)
    return last?.name === name ? last.pseudo.after : undefined
  }

  /** Ends the nearest element of that name with all that is open in it; a tag that ends nothing is passed over. */
  close(name: string): void {
    if (this.stack.at(-1)?.name === name) {
      this.stack.pop()
      this.counts.set(name, (this.counts.get(name) ?? 1) - 1)
      return
    }
    this.end([name], PART_NAMES.has(name) ? 'table' : undefined, name)
  }

  private endBefore(name: string): void {
    const rank = tableRank(name)
    if (rank === 1) this.end(CELLS, 'table')
    if (rank === 2) this.end(ROWS, 'table')
    if (rank === 3) this.end(SECTIONS, 'table')
    if (name === 'li') this.end(ITEMS, 'ul')
    if (BLOCKS.has(name) && this.has('p')) this.end(PARAGRAPHS, 'table')
  }

  private end(names: readonly string[], stop: string | undefined, own?: string): void {
    if (!names.some((name) => this.has(name))) return
    const lowest = Math.max(0, this.stack.length - MOST_LEVELS)
    for (let at = this.stack.length - 1; at >= lowest; at--) {
      const element = this.stack[at]
      if (element === undefined) return
      if (names.includes(element.name)) {
        for (const ended of this.stack.splice(at)) this.counts.set(ended.name, (this.counts.get(ended.name) ?? 1) - 1)
        return
      }
      // Nothing outside a cell is ended from within it, nor what is outside a table by a part of another.
      if (element.name !== own && (element.name === stop || (PART_NAMES.has(element.name) && !names.some((name) => PART_NAMES.has(name)))))
        return
    }
  }
}
