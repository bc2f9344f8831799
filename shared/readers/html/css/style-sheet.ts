/** The rules of a page's style sheets, and which of them an element falls under. */
import { type Declarations, declarationsOf } from './declarations.ts'

/** What selectors ask of an element. */
export type Element = { readonly name: string; readonly id: string | undefined; readonly classes: readonly string[] }

type Compound = {
  readonly name: string
  readonly id: string | undefined
  readonly classes: readonly string[] /** Directly inside the one before. */
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

const COMPOUND = /^(\*|[\w-]+)?((?:[.#][\w\u0080-\uffff-]+)*)(?:::?(before|after))?$/

/** Undefined where it asks for what is not known here: a state, a position, an attribute. */
const selectorOf = (text: string): Omit<Rule, 'declarations'> | undefined => {
  const compounds: Compound[] = []
  let pseudo: PseudoElement | undefined
  let weight = 0
  let child = false
  for (const word of text
    .trim()
    .replace(/\s*>\s*/g, ' > ')
    .split(/\s+/)) {
    if (word === '>') {
      child = true
      continue
    }
    const [matched, name = '', marks = '', pseudoElement] = COMPOUND.exec(word) ?? []
    if (!matched) return undefined
    const parts = marks.match(/[.#][^.#]+/g) ?? []
    const ids = parts.filter((part) => part.startsWith('#'))
    const classes = parts.filter((part) => part.startsWith('.')).map((part) => part.slice(1))
    if (pseudoElement === 'before' || pseudoElement === 'after') pseudo = pseudoElement
    compounds.push({ name: name === '*' ? '' : name.toLowerCase(), id: ids[0]?.slice(1), classes, child })
    weight += ids.length * 10_000 + classes.length * 100 + (name === '' || name === '*' ? 0 : 1)
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
    for (const text of selectors.split(',')) {
      const selector = selectorOf(text)
      const last = selector?.compounds.at(-1)
      if (selector === undefined || last === undefined || this.rules.length >= MOST_RULES) continue
      const rule = { ...selector, declarations }
      this.rules.push(rule)
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

const meets = (element: Element, { name, id, classes }: Compound): boolean =>
  (name === '' || name === element.name) &&
  (id === undefined || id === element.id) &&
  classes.every((each) => element.classes.includes(each))

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
