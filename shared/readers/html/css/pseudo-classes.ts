/** What selectors ask of an element behind a colon. */
import { type Asked, type Fit, fitsAny, type Selector, type Test } from './selector.ts'
import { isAt, stepOf } from './step.ts'

const yes = (is: boolean): Fit => (is ? 2 : 0)
const perhaps: Test = () => 1
const words = (list: string): ReadonlySet<string> => new Set(list.split(' '))
/** What nobody has done yet on a page that was just opened. */
const STATES = words('hover focus focus-within focus-visible active visited target')
/** They depend on what follows, or on what is not followed here. */
const OPEN = words(
  'last-child nth-last-child only-child last-of-type nth-last-of-type only-of-type has lang dir checked disabled enabled required optional ' +
    'read-only read-write default valid invalid placeholder-shown indeterminate open',
)

export type Tested = { readonly test: Test; readonly weight: number }

const ofList = (name: string, selectors: readonly Selector[] | undefined): Tested | undefined => {
  if (selectors === undefined) return undefined
  const any = fitsAny(selectors)
  const weight = name === 'where' ? 0 : Math.max(0, ...selectors.map((each) => each.weight))
  return { test: name === 'not' ? (element, place) => (2 - any(element, place)) as Fit : any, weight }
}

/** Of a pseudo-class; undefined where there is none of that name. */
export const testOf = (name: string, inside: string, asked: Asked, list: () => readonly Selector[] | undefined): Tested | undefined => {
  if (STATES.has(name)) return { test: () => 0, weight: 100 }
  if (OPEN.has(name)) return { test: perhaps, weight: 100 }
  // An element with text is not empty; one before it may be.
  if (name === 'empty') return { test: (_, { isBefore }) => (isBefore ? 1 : 0), weight: 100 }
  if (name === 'link' || name === 'any-link') {
    asked.attributes.add('href')
    return { test: ({ name: tag, attributes }) => yes(tag === 'a' && attributes.href !== undefined), weight: 100 }
  }
  if (/^(?:is|where|not|matches|any)$/.test(name)) return ofList(name, list())
  const [, ofType] = /^(?:first|nth)-(?:child|(of-type))$/.exec(name) ?? []
  if (!/^(?:first|nth)-(?:child|of-type)$/.test(name)) return undefined
  if (ofType !== undefined) asked.types = true
  const step = stepOf(name.startsWith('first') ? '1' : inside)
  if (step === undefined) return { test: perhaps, weight: 100 }
  return { test: ({ position, positionOfType }) => yes(isAt(step, ofType === undefined ? position : (positionOfType ?? 0))), weight: 100 }
}
