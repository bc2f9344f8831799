/** The rules of a page's style sheets, and which of them an element falls under. */
import { type Declarations, declarationsOf } from './declarations.ts'
import { groupFit, mediaFit } from './media.ts'
import { type Asked, type Element, type Fit, fits, type PseudoElement, type Selector } from './selector.ts'
import { selectorsOf } from './selector-list.ts'

type Rule = {
  readonly selector: Selector
  readonly fit: Fit
  readonly weight: number
  readonly order: number
  readonly declarations: Declarations
}

/** What a rule says, and whether it is certain that it is for the element. */
export type Said = { readonly declarations: Declarations; readonly isSure: boolean }
export type Matched = { readonly own: readonly Said[]; readonly pseudo: Partial<Record<PseudoElement, readonly Said[]>> }

const MOST_RULES = 5000
/** A rule in a layer is weaker than any that is in none. */
const LAYERED = -1e9

/** What parts a sheet; what stands in quotes or brackets parts nothing. */
const MARKS = /"(?:[^"\\\n]|\\[\s\S])*"|'(?:[^'\\\n]|\\[\s\S])*'|\([^(){}]*\)|[{};]/g

const VARIABLE = /(--[\w-]+)\s*:\s*([^;{}]*)/g
const USED = /var\(\s*(--[\w-]+)\s*(?:,((?:[^()]|\([^()]*\))*))?\)/g
const [MOST_VARIABLES, LONGEST_VALUE] = [5, 500]

/** What is open in a sheet: a group of rules, or a rule; in a rule may stand others, and groups with more of its own. */
type Open = {
  readonly fit: Fit | undefined
  readonly layered: boolean
  readonly selectors: string | undefined
  readonly order: number
  body: string
}

/** Of a rule within another. */
const nested = (inner: string, outer: string | undefined): string => {
  if (outer === undefined) return inner
  const around = `:is(${outer})`
  return inner
    .split(/,(?![^([]*[)\]])/)
    .map((each) => (each.includes('&') ? each.replaceAll('&', around) : `${around} ${each.trim()}`))
    .join(',')
}

export class StyleSheets {
  /** What selectors ask for. */
  readonly asked: Asked = { attributes: new Set(), siblings: false, types: false }
  private readonly rules: Rule[] = []
  private readonly byKey = new Map<string, Rule[]>()
  private order = 0
  /** What custom properties stand for where they are first stated. */
  private readonly variables = new Map<string, string>()

  /** Takes the rules of a sheet, in the order of the page; `media` is that of its element. */
  take(text: string, media = ''): void {
    const fit = mediaFit(media)
    if (fit === 0) return
    const css = text.replace(/<!--|-->/g, ' ').replace(/\/\*[\s\S]*?(?:\*\/|$)/g, ' ')
    const open: Open[] = [{ fit, layered: false, selectors: undefined, order: 0, body: '' }]
    let from = 0
    for (const { 0: mark, index } of css.matchAll(MARKS)) {
      if (mark !== '{' && mark !== '}' && mark !== ';') continue
      const piece = css.slice(from, index)
      const last = open.at(-1)
      from = index + 1
      if (last === undefined) return
      if (mark === '{') open.push(this.opened(piece.trim(), last))
      else last.body += `${piece};`
      if (mark === '}' && open.length > 1) this.close(open.pop())
    }
    const rest = open.at(-1)
    if (rest !== undefined) rest.body += css.slice(from)
    while (open.length > 1) this.close(open.pop())
  }

  private opened(head: string, { fit, layered, selectors }: Open): Open {
    const order = ++this.order
    if (!head.startsWith('@')) return { fit, layered, selectors: nested(head, selectors), order, body: '' }
    const own = groupFit(head)
    const both = fit === undefined || own === undefined ? undefined : (Math.min(fit, own) as Fit)
    return { fit: both, layered: layered || /^@layer/i.test(head), selectors, order, body: '' }
  }

  private close(open: Open | undefined): void {
    if (open?.selectors === undefined || open.fit === undefined || open.fit === 0) return
    const { fit, layered, order } = open
    this.note(open.body)
    const declarations = declarationsOf(open.body)
    if (declarations === undefined) return
    for (const selector of selectorsOf(open.selectors, this.asked) ?? []) {
      const weight = selector.weight + (layered ? LAYERED : 0)
      this.keep({ selector, fit: selector.ofPart ? 1 : fit, weight, order, declarations })
    }
  }

  /** Notes what the declarations of a rule state for others, and ask for. */
  private note(body: string): void {
    for (const [, name = '', value = ''] of body.matchAll(VARIABLE)) if (!this.variables.has(name)) this.variables.set(name, value.trim())
    for (const [, name = ''] of body.matchAll(/\battr\(\s*([\w-]+)/g)) this.asked.attributes.add(name.toLowerCase())
  }

  private keep(rule: Rule): void {
    const last = rule.selector.compounds.at(-1)
    if (last === undefined || this.rules.length >= MOST_RULES) return
    this.rules.push(rule)
    const key = last.ids[0] !== undefined ? `#${last.ids[0]}` : last.classes[0] !== undefined ? `.${last.classes[0]}` : last.name
    const known = this.byKey.get(key)
    if (known === undefined) this.byKey.set(key, [rule])
    else known.push(rule)
  }

  /** Custom properties by what they stand for; what stands for nothing is not stated. */
  resolved(declarations: Declarations): Declarations {
    const stated = Object.entries(declarations)
    if (!stated.some(([, value]) => value.includes('var('))) return declarations
    return Object.fromEntries(
      stated.map(([property, value]) => [property, this.withoutVariables(value)]).filter(([, value]) => value !== ''),
    )
  }

  private withoutVariables(value: string): string {
    let text = value
    for (let depth = 0; depth < MOST_VARIABLES && text.includes('var('); depth++)
      text = text.replace(USED, (_, name: string, otherwise = '') => this.variables.get(name) ?? otherwise).slice(0, LONGEST_VALUE)
    return text.trim()
  }

  /** What the rules say of an element within its ancestors, the nearest last; the stronger come later. */
  match(element: Element, ancestors: readonly Element[]): Matched | undefined {
    if (this.rules.length === 0) return undefined
    const keys = ['', element.name, ...element.classes.map((name) => `.${name}`), ...(element.id === undefined ? [] : [`#${element.id}`])]
    const found: { readonly rule: Rule; readonly isSure: boolean }[] = []
    for (const key of keys)
      for (const rule of this.byKey.get(key) ?? []) {
        const fit = Math.min(rule.fit, fits(rule.selector, element, ancestors))
        if (fit > 0) found.push({ rule, isSure: fit === 2 })
      }
    if (found.length === 0) return undefined
    if (found.length > 1) found.sort(({ rule: a }, { rule: b }) => a.weight - b.weight || a.order - b.order)
    const of = (pseudo: PseudoElement | undefined): Said[] =>
      found
        .filter(({ rule }) => rule.selector.pseudo === pseudo)
        .map(({ rule: { declarations }, isSure }) => ({ declarations: this.resolved(declarations), isSure }))
    const [before, after] = [of('before'), of('after')]
    return { own: of(undefined), pseudo: { ...(before.length > 0 && { before }), ...(after.length > 0 && { after }) } }
  }
}
