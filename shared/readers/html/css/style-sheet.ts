/** The rules of a page's style sheets, and which of them an element falls under. */
import { type AttributeTest, attributeTest, isMet } from './attribute-test.ts'
import { type Declarations, declarationsOf } from './declarations.ts'

/** What selectors ask of an element. */
export type Element = {
  readonly name: string
  readonly id: string | undefined
  readonly classes: readonly string[]
  /** Those that matter to a reader, and those that selectors name. */
  readonly attributes: Readonly<Record<string, string>>
  /** Among the elements of its parent, from 1. */
  readonly position: number
}

type Compound = {
  readonly name: string
  readonly id: string | undefined
  readonly classes: readonly string[]
  readonly attributes: readonly AttributeTest[]
  readonly place: Step | undefined
  /** Directly inside the one before. */
  readonly child: boolean
}
export type PseudoElement = 'before' | 'after'
type Rule = {
  readonly compounds: readonly Compound[]
  readonly pseudo: PseudoElement | undefined
  readonly weight: number
  readonly declarations: Declarations
}
export type Matched = { readonly own: readonly Declarations[]; readonly pseudo: Partial<Record<PseudoElement, string>> }

const MOST_RULES = 5000
/** Ancestors that are looked at. */
const MOST_LEVELS = 100
/** Pages are looked at on a screen of this width. */
const SCREEN_PIXELS = 1280

const COMPOUND = /^(\*|[\w-]+)?((?:[.#][\w\u0080-\uffff-]+|\[[^\]]*\])*)(?::(first-child|nth-child\([^)]*\)))?(?:::?(before|after))?$/
const PART = /\[[^\]]*\]|[.#][^.#[]+/g
/** Compounds of a selector and what stands between them; a blank or a comma in brackets parts nothing. */
const WORD = /(?:\[[^\]]*\]|\([^)]*\)|[^\s>[(])+|>/g
const COMMA = /,(?![^[]*\])/

/** Every `every`th element, from the one at `from` on. */
type Step = { readonly every: number; readonly from: number }
const STEPS: Readonly<Record<string, Step>> = { odd: { every: 2, from: 1 }, even: { every: 2, from: 2 } }

/** Of `first-child` and `nth-child(2n + 1)`. */
const stepOf = (position: string | undefined): Step | undefined => {
  const said = position === 'first-child' ? '1' : position?.slice('nth-child('.length, -1).trim().toLowerCase()
  if (said === undefined) return undefined
  if (said === 'odd' || said === 'even') return STEPS[said]
  const [matched, every, from = '0'] = /^(?:([+-]?\d*)n)?\s*([+-]?\s*\d+)?$/.exec(said) ?? []
  if (matched === undefined || matched === '') return undefined
  const count = every === undefined ? 0 : every === '' || every === '+' ? 1 : every === '-' ? -1 : Number(every)
  return { every: count, from: Number(from.replace(/\s+/g, '')) }
}

const isAt = ({ every, from }: Step, position: number): boolean =>
  every === 0 ? position === from : (position - from) % every === 0 && (position - from) / every >= 0

type Weighed = { readonly compound: Compound; readonly pseudo: PseudoElement | undefined; readonly weight: number }

/** Undefined where it asks for what is not known here: a state, what comes before or behind. */
const compoundOf = (word: string, child: boolean): Weighed | undefined => {
  const [matched, name = '', marks = '', position, pseudo] = COMPOUND.exec(word) ?? []
  const place = stepOf(position)
  if (matched === undefined || (position !== undefined && place === undefined)) return undefined
  const parts = marks.match(PART) ?? []
  const attributes = parts.flatMap((part) => (part.startsWith('[') ? [attributeTest(part)] : []))
  if (attributes.includes(undefined)) return undefined
  const ids = parts.filter((part) => part.startsWith('#'))
  const classes = parts.filter((part) => part.startsWith('.')).map((part) => part.slice(1))
  const element = name === '*' ? '' : name.toLowerCase()
  return {
    compound: {
      ...{ name: element, id: ids[0]?.slice(1), classes, place, child },
      attributes: attributes.filter((each) => each !== undefined),
    },
    pseudo: pseudo === 'before' || pseudo === 'after' ? pseudo : undefined,
    weight: ids.length * 10_000 + (parts.length - ids.length + (place === undefined ? 0 : 1)) * 100 + (element === '' ? 0 : 1),
  }
}

const selectorOf = (text: string): Omit<Rule, 'declarations'> | undefined => {
  const compounds: Compound[] = []
  let pseudo: PseudoElement | undefined
  let weight = 0
  let child = false
  for (const word of text.match(WORD) ?? []) {
    if (word === '>') {
      child = true
      continue
    }
    const part = compoundOf(word, child)
    if (part === undefined) return undefined
    compounds.push(part.compound)
    pseudo = part.pseudo ?? pseudo
    weight += part.weight
    child = false
  }
  return compounds.length === 0 ? undefined : { compounds, pseudo, weight }
}

const appliesOnScreen = (query: string): boolean =>
  query
    .toLowerCase()
    .split(',')
    .some((part) => {
      const [, least] = /min-width\s*:\s*([\d.]+)px/.exec(part) ?? []
      const [, most] = /max-width\s*:\s*([\d.]+)px/.exec(part) ?? []
      const isKnown = /^\s*(?:only\s+)?(?:all|screen)?\s*(?:(?:and\s*)?\(\s*(?:min|max)-width\s*:[^)]*\)\s*)*$/.test(part)
      return isKnown && Number(least ?? 0) <= SCREEN_PIXELS && Number(most ?? SCREEN_PIXELS) >= SCREEN_PIXELS
    })

export class StyleSheets {
  /** The attributes that selectors ask for. */
  readonly attributes = new Set<string>()
  private readonly rules: Rule[] = []
  private readonly byKey = new Map<string, Rule[]>()

  /** Takes the rules of a sheet, in the order of the page; `media` is that of its element. */
  take(text: string, media = ''): void {
    if (!appliesOnScreen(media)) return
    const css = text.replace(/<!--|-->/g, ' ').replace(/\/\*[\s\S]*?(?:\*\/|$)/g, ' ')
    const groups: boolean[] = []
    let from = 0
    for (let at = 0; at < css.length; at++) {
      const mark = css[at]
      if (mark === ';' && !css.slice(from, at).includes('{')) from = at + 1
      else if (mark === '}') {
        groups.pop()
        from = at + 1
      } else if (mark === '{') {
        const head = css.slice(from, at).trim()
        if (/^@(?:media|supports|layer|document)/i.test(head)) {
          groups.push(!/^@media/i.test(head) || appliesOnScreen(head.slice('@media'.length)))
          from = at + 1
          continue
        }
        const end = css.indexOf('}', at)
        if (end < 0) return
        if (!head.startsWith('@') && groups.every(Boolean)) this.add(head, css.slice(at + 1, end))
        at = end
        from = end + 1
      }
    }
  }

  private add(selectors: string, body: string): void {
    const declarations = declarationsOf(body)
    if (declarations === undefined) return
    for (const text of selectors.split(COMMA)) {
      const selector = selectorOf(text)
      const last = selector?.compounds.at(-1)
      if (selector === undefined || last === undefined || this.rules.length >= MOST_RULES) continue
      const rule = { ...selector, declarations }
      this.rules.push(rule)
      for (const { attributes } of rule.compounds) for (const { name } of attributes) this.attributes.add(name)
      const key = last.id !== undefined ? `#${last.id}` : last.classes[0] !== undefined ? `.${last.classes[0]}` : last.name
      const known = this.byKey.get(key)
      if (known === undefined) this.byKey.set(key, [rule])
      else known.push(rule)
    }
  }

  /** What the rules say of an element within its ancestors, the nearest last; the stronger come later. */
  match(element: Element, ancestors: readonly Element[]): Matched | undefined {
    if (this.rules.length === 0) return undefined
    const keys = ['', element.name, ...element.classes.map((name) => `.${name}`), ...(element.id === undefined ? [] : [`#${element.id}`])]
    const found = keys.flatMap((key) => this.byKey.get(key) ?? []).filter((rule) => fits(rule, element, ancestors))
    if (found.length === 0) return undefined
    const ordered =
      found.length === 1 ? found : found.toSorted((a, b) => a.weight - b.weight || this.rules.indexOf(a) - this.rules.indexOf(b))
    const pseudo: Partial<Record<PseudoElement, string>> = {}
    for (const rule of ordered)
      if (rule.pseudo !== undefined && rule.declarations.content !== undefined) pseudo[rule.pseudo] = rule.declarations.content
    return { own: ordered.filter((rule) => rule.pseudo === undefined).map(({ declarations }) => declarations), pseudo }
  }
}

const meets = (element: Element, { name, id, classes, attributes, place }: Compound): boolean =>
  (name === '' || name === element.name) &&
  (id === undefined || id === element.id) &&
  classes.every((each) => element.classes.includes(each)) &&
  attributes.every((test) => isMet(test, element.attributes)) &&
  (place === undefined || isAt(place, element.position))

const fits = ({ compounds }: Rule, element: Element, ancestors: readonly Element[]): boolean => {
  let wanted = compounds.length - 1
  const last = compounds[wanted]
  if (last === undefined || !meets(element, last)) return false
  const lowest = Math.max(0, ancestors.length - MOST_LEVELS)
  for (let level = ancestors.length - 1; wanted > 0; level--) {
    const ancestor = level < lowest ? undefined : ancestors[level]
    const next = compounds[wanted - 1]
    if (ancestor === undefined || next === undefined) return false
    if (meets(ancestor, next)) wanted--
    else if (compounds[wanted]?.child) return false
  }
  return true
}
