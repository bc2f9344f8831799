import type { Handler, Handlers } from '../body-flow/walk.ts'
import { END, OPEN, type XmlScanner } from '../xml/scanner.ts'
import type { Body } from './body.ts'

/** Calls for each element in the one just opened, to its end. */
const forEachIn = (xml: XmlScanner, take: () => void): void => {
  const depth = xml.depth
  for (let token = xml.next(); token !== END && xml.depth >= depth; token = xml.next()) if (token === OPEN) take()
}

const isChosen = (xml: XmlScanner): boolean => (xml.attribute('form:current-selected') ?? xml.attribute('form:selected')) === 'true'

/** What an element of a form holds; undefined where it is none that does. */
const heldIn = (xml: XmlScanner): string | undefined => {
  if (xml.name === 'form:checkbox') return (xml.attribute('form:current-state') ?? xml.attribute('form:state')) === 'checked' ? '☑' : '☐'
  if (xml.name === 'form:fixed-text') return xml.attribute('form:label')
  return xml.attribute('form:current-value') ?? xml.attribute('form:value')
}

/** Forms stand before the text, which shows their controls by id. */
const takeForms = ({ controls, xml }: Body): void => {
  let id = ''
  forEachIn(xml, () => {
    if (xml.name === 'form:option') {
      if (isChosen(xml)) controls.set(id, xml.attribute('form:label') ?? xml.attribute('form:value') ?? '')
      return
    }
    const own = xml.attribute('form:id') ?? xml.attribute('xml:id')
    if (own === undefined) return
    id = own
    const held = heldIn(xml)
    if (held !== undefined) controls.set(id, held)
  })
}

const showControl = (body: Body): void => {
  const { controls, xml } = body
  const held = controls.get(xml.attribute('draw:control') ?? '')
  if (held === undefined) body.doubt('shown-otherwise')
  else body.addText(held)
  xml.skip()
}

/** A list to choose from, as Word's documents bring it along. */
const showChoice = (body: Body): void => {
  const { xml } = body
  const choices: string[] = []
  let chosen = 0
  forEachIn(xml, () => {
    const name = xml.attribute('field:name') ?? ''
    const value = xml.attribute('field:value') ?? ''
    if (/ListEntry/i.test(name)) choices.push(value)
    else if (/Selected|Result/i.test(name)) chosen = Number(value)
  })
  const held = choices[chosen]
  if (held !== undefined) body.addText(held)
}

/** What shows no value, but may show a text that asks for one. */
const asking = (asks: (body: Body) => boolean): Handler<Body> => ({
  open: (body) => {
    const isAsking = asks(body)
    body.asking.push(isAsking)
    if (isAsking) body.placeholders++
  },
  close: (body) => {
    if (body.asking.pop() === true) body.placeholders--
  },
})

/** A field that its writer chose not to show. */
const FIELD: Handler<Body> = {
  open: ({ xml }) => {
    if (xml.attribute('text:display') === 'none') xml.skip()
  },
}

/** Controls of forms, fields, and texts that only ask for a value. */
export const CONTROLS: Handlers<Body> = {
  'office:forms': { open: takeForms },
  'draw:control': { open: showControl },
  'field:fieldmark': { open: showChoice },
  'text:placeholder': asking(() => true),
  'loext:content-control': asking(({ xml }) => xml.attribute('loext:showing-place-holder') === 'true'),
  'text:variable-set': FIELD,
  'text:variable-get': FIELD,
  'text:variable-input': FIELD,
  'text:user-field-get': FIELD,
  'text:user-field-input': FIELD,
  'text:expression': FIELD,
}
