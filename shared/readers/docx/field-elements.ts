import type { Handlers } from '../body-flow/walk.ts'
import { END, OPEN, TEXT } from '../xml/scanner.ts'
import type { Body } from './body.ts'
import { isOn, whole } from './names.ts'

const MOST_CHOICES = 10_000

const isStale = ({ xml }: Body): boolean => {
  const dirty = xml.attribute('w:dirty')
  return dirty !== undefined && isOn(dirty)
}

const endField = (body: Body): void => {
  const { paragraph } = body
  const ended = paragraph?.fields.end(paragraph.text.length)
  if (ended === undefined) return
  if (ended.stale || ended.substitute === 'unknown') body.doubt('stale-formula')
  if (typeof ended.substitute === 'object') body.addText(ended.substitute.text)
}

const fieldMark = (body: Body): void => {
  const { paragraph, xml } = body
  if (paragraph === undefined) return
  const type = xml.attribute('w:fldCharType')
  if (type === 'begin') paragraph.fields.begin(paragraph.text.length, { stale: isStale(body) })
  else if (type === 'separate') paragraph.fields.separate(paragraph.text.length)
  else endField(body)
}

const simpleField = (body: Body): void => {
  const { paragraph, xml } = body
  paragraph?.fields.begin(paragraph.text.length, { code: xml.attribute('w:instr') ?? '', simple: true, stale: isStale(body) })
}

const code = (body: Body): void => {
  const { xml } = body
  let read = ''
  while (xml.next() === TEXT) read += xml.text()
  body.paragraph?.fields.addCode(read)
}

/** What the elements of a form field say: the choices of a list, and what stands in a text field. */
type FormField = { readonly choices: string[]; chosen?: string | undefined; text?: string | undefined }

const TAKE_FORM_FIELD: Readonly<Record<string, (to: FormField, value: string | undefined) => void>> = {
  'w:ddList w:listEntry': ({ choices }, value) => void choices.push(value ?? ''),
  'w:ddList w:default': (to, value) => {
    to.chosen ??= value
  },
  'w:ddList w:result': (to, value) => {
    to.chosen = value
  },
  'w:textInput w:default': (to, value) => {
    to.text = value
  },
}

const heldBy = ({ choices, chosen = '0', text }: FormField): string | undefined => choices[whole(chosen, MOST_CHOICES) ?? 0] ?? text

/** What a form field of earlier versions of Word holds. */
const formField = (body: Body): void => {
  const { xml } = body
  const depth = xml.depth
  const field: FormField = { choices: [] }
  for (let token = xml.next(); token !== END && xml.depth >= depth; token = xml.next())
    if (token === OPEN) TAKE_FORM_FIELD[`${xml.ancestor(1)} ${xml.name}`]?.(field, xml.value())
  const held = heldBy(field)
  if (held !== undefined) body.paragraph?.fields.hold(held)
}

export const FIELDS: Handlers<Body> = {
  'w:fldChar': { open: fieldMark },
  'w:fldSimple': { open: simpleField, close: endField },
  'w:instrText': { open: code },
  'w:ffData': { open: formField },
}
