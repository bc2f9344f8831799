/** Selectors as they are written. */
import { attributeTest } from './attribute-test.ts'
import { testOf } from './pseudo-classes.ts'
import type { Asked, Combinator, Compound, PseudoElement, Selector } from './selector.ts'

/** Lists within lists, and letters of one. */
const [DEEPEST, LONGEST] = [4, 2000]

const IDENTIFIER = '(?:[\\w-]|[^\\0-\\x7f]|\\\\[\\da-f]{1,6}\\s?|\\\\.)+'
const PIECE = new RegExp(
  `(?<space>\\s*[>+~]\\s*|\\s+)|(?<comma>\\s*,\\s*)|(?<all>\\*)|(?<mark>[.#])?(?<name>${IDENTIFIER})|(?<attribute>\\[[^\\]]*\\])|` +
    `(?<colons>::?)(?<pseudo>[\\w-]+)`,
  'iy',
)
const plain = (name: string): string =>
  name.replace(/\\([\da-f]{1,6})\s?|\\(.)/gi, (_, code: string | undefined, letter: string) =>
    code === undefined ? letter : String.fromCodePoint(Math.min(Number.parseInt(code, 16), 0x10ffff)),
  )

/** Where the bracket that opens at `from` closes. */
const closing = (text: string, from: number): number => {
  let depth = 0
  for (let at = from; at < text.length; at++) {
    if (text[at] === '(') depth++
    else if (text[at] === ')' && --depth === 0) return at
  }
  return text.length
}

type Draft = { -readonly [Key in keyof Compound]: Compound[Key] extends readonly (infer Each)[] ? Each[] : Compound[Key] }
const draft = (combinator: Combinator): Draft => ({ combinator, name: '', ids: [], classes: [], attributes: [], tests: [] })
type Groups = Readonly<Record<string, string | undefined>>

/** Reads a list piece by piece; a selector that says what is not known is left out. */
class ListReader {
  readonly found: Selector[] = []
  private compounds: Draft[] = []
  private pseudo: PseudoElement | undefined
  private ofPart = false
  private weight = 0
  private isKnown = true
  private readonly asked: Asked
  private readonly depth: number

  constructor(asked: Asked, depth: number) {
    this.asked = asked
    this.depth = depth
  }

  end(): void {
    const { compounds, pseudo, ofPart, weight } = this
    if (this.isKnown && compounds.length > 0) this.found.push({ compounds, pseudo, ofPart, weight })
    Object.assign(this, { compounds: [], pseudo: undefined, ofPart: false, weight: 0, isKnown: true })
  }

  take(groups: Groups, inside: string): void {
    if (groups.comma !== undefined) this.end()
    else if (groups.space !== undefined) this.combine((groups.space.trim() || ' ') as Combinator)
    else if (groups.attribute !== undefined) this.askAttribute(groups.attribute)
    else if (groups.name !== undefined) this.askName(plain(groups.name), groups.mark)
    else if (groups.pseudo !== undefined) this.askPseudo(groups.pseudo.toLowerCase(), groups.colons === '::', inside)
    else this.compound()
  }

  private compound(): Draft {
    const last = this.compounds.at(-1) ?? draft(' ')
    if (this.compounds.length === 0) this.compounds.push(last)
    return last
  }

  private combine(combinator: Combinator): void {
    if (combinator === '+' || combinator === '~') this.asked.siblings = true
    this.compounds.push(draft(combinator))
  }

  private askAttribute(text: string): void {
    const test = attributeTest(text)
    if (test === undefined) {
      this.isKnown = false
      return
    }
    this.compound().attributes.push(test)
    this.asked.attributes.add(test.name)
    this.weight += 100
  }

  private askName(name: string, mark: string | undefined): void {
    const compound = this.compound()
    if (mark === '#') compound.ids.push(name)
    else if (mark === '.') compound.classes.push(name)
    else compound.name = name.toLowerCase()
    this.weight += mark === '#' ? 10_000 : mark === '.' ? 100 : 1
  }

  private askPseudo(name: string, isElement: boolean, inside: string): void {
    const compound = this.compound()
    if (name === 'before' || name === 'after') this.pseudo = name
    else if (name === 'root') compound.name = 'html'
    else if (name === 'first-letter' || name === 'first-line') this.ofPart = true
    else {
      const tested = isElement ? undefined : testOf(name, inside, this.asked, () => selectorsOf(inside, this.asked, this.depth + 1))
      if (tested === undefined) this.isKnown = false
      else {
        compound.tests.push(tested.test)
        this.weight += tested.weight
      }
    }
  }
}

/** The selectors of a list; undefined where it is none. */
export const selectorsOf = (list: string, asked: Asked, depth = 0): Selector[] | undefined => {
  const text = list.trim()
  if (depth > DEEPEST || text.length > LONGEST) return undefined
  const reader = new ListReader(asked, depth)
  for (let at = 0; at < text.length; ) {
    PIECE.lastIndex = at
    const groups = PIECE.exec(text)?.groups
    if (groups === undefined) return undefined
    at = PIECE.lastIndex
    const until = groups.pseudo !== undefined && text[at] === '(' ? closing(text, at) : undefined
    reader.take(groups, until === undefined ? '' : text.slice(at + 1, until).trim())
    if (until !== undefined) at = until + 1
  }
  reader.end()
  return reader.found
}
