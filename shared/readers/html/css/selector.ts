/** Which elements a selector is for. What depends on what comes later in the page, or is not known here, may be: nothing is passed over. */
import { type AttributeTest, isMet } from './attribute-test.ts'

/** No, perhaps, yes. */
export type Fit = 0 | 1 | 2

/** What selectors ask of an element. */
export type Element = {
  readonly name: string
  readonly id: string | undefined
  readonly classes: readonly string[]
  /** Those that matter to a reader, and those that selectors name. */
  readonly attributes: Readonly<Record<string, string>>
  /** Among the elements of its parent, from 1. */
  readonly position: number
  /** Among those of its name, where a selector asks for it. */
  readonly positionOfType?: number
  /** The one before it in its parent, where a selector asks for it. */
  readonly previous?: Element | undefined
}

/** Where an element is: within the first `level` of these, the nearest last. */
type Place = {
  readonly ancestors: readonly Element[]
  readonly level: number
  /** It stands before the one that is asked about, and is closed. */
  readonly isBefore: boolean
  readonly budget: { left: number }
}
export type Test = (element: Element, place: Place) => Fit
export type Combinator = ' ' | '>' | '+' | '~'
export type PseudoElement = 'before' | 'after'
export type Compound = {
  readonly combinator: Combinator
  readonly name: string
  readonly ids: readonly string[]
  readonly classes: readonly string[]
  readonly attributes: readonly AttributeTest[]
  readonly tests: readonly Test[]
}
export type Selector = {
  readonly compounds: readonly Compound[]
  readonly pseudo: PseudoElement | undefined
  /** It is for a part of what it names alone: a first letter, a first line. */
  readonly ofPart: boolean
  readonly weight: number
}
/** What the selectors of a page ask for, so that no more is noted of its elements. */
export type Asked = { readonly attributes: Set<string>; siblings: boolean; types: boolean }

/** Ancestors, and elements before, that are looked at; and how many in all for one selector. */
const [MOST_LEVELS, MOST_LOOKS] = [100, 1000]

const min = (a: Fit, b: Fit): Fit => (a < b ? a : b)

const meets = (element: Element, { name, ids, classes, attributes, tests }: Compound, place: Place): Fit => {
  if (name !== '' && name !== element.name) return 0
  for (const id of ids) if (id !== element.id) return 0
  for (const each of classes) if (!element.classes.includes(each)) return 0
  for (const test of attributes) if (!isMet(test, element.attributes)) return 0
  let fit: Fit = 2
  for (const test of tests) fit = min(fit, test(element, place))
  return fit
}

/** Browsers make the elements of the page itself, where their tags are missing. */
const isImplied = (compound: Compound | undefined, ancestors: readonly Element[]): boolean =>
  compound !== undefined &&
  (compound.name === 'html' || compound.name === 'body') &&
  compound.ids.length + compound.classes.length + compound.attributes.length + compound.tests.length === 0 &&
  !ancestors.some(({ name }) => name === compound.name)

const fitsFrom = (compounds: readonly Compound[], at: number, element: Element, place: Place): Fit => {
  const compound = compounds[at]
  if (compound === undefined || place.budget.left-- <= 0) return 1
  const own = meets(element, compound, place)
  if (own === 0 || at === 0) return own
  let best: Fit = 0
  const look = (other: Element | undefined, level: number): void => {
    if (other !== undefined && best < own)
      best = Math.max(
        best,
        min(own, fitsFrom(compounds, at - 1, other, { ...place, level, isBefore: /[+~]/.test(compound.combinator) })),
      ) as Fit
  }
  const { ancestors, level } = place
  if (at === 1 && isImplied(compounds[0], ancestors)) return own
  if (compound.combinator === '>') look(ancestors[level - 1], level - 1)
  else if (compound.combinator === '+') look(element.previous, level)
  else if (compound.combinator === '~') {
    let other = element.previous
    for (let count = 0; other !== undefined && best < own && count < MOST_LEVELS; count++, other = other.previous) look(other, level)
  } else for (let above = level - 1; above >= Math.max(0, level - MOST_LEVELS) && best < own; above--) look(ancestors[above], above)
  return best
}

export const fits = ({ compounds }: Selector, element: Element, ancestors: readonly Element[]): Fit =>
  fitsFrom(compounds, compounds.length - 1, element, { ancestors, level: ancestors.length, isBefore: false, budget: { left: MOST_LOOKS } })

/** Whether one of these is for it. */
export const fitsAny =
  (selectors: readonly Selector[]): Test =>
  (element, place) =>
    Math.max(0, ...selectors.map(({ compounds }) => fitsFrom(compounds, compounds.length - 1, element, place))) as Fit
