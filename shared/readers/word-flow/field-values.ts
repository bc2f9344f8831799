import type { Doubt } from '../../document/document.ts'
import { lowered, raised } from '../../document/raised.ts'
import { letterOfFont } from '../seen-text/symbol-fonts.ts'

/** What a field of a form keeps beside the text. `result` and `standard`: the place of a choice, or whether a box is ticked. */
export type FormField = {
  readonly kind: 'text' | 'box' | 'choice'
  readonly result: number | undefined
  readonly standard: number
  readonly standardText: string
  readonly choices: readonly string[]
}

/** What a person sees where a field without a stored result stands, and whether that is certain. */
export type FieldValue = { readonly text: string; readonly doubt?: Doubt }

const [SYMBOL, SYMBOL_FONT] = [/^symbol\s+(0x[\da-f]+|\d+)/i, /\\f\s*(?:"([^"]+)"|([^\s\\]+))/i]

const symbol = (instruction: string, code: string): FieldValue => {
  const [, quoted, plain] = SYMBOL_FONT.exec(instruction) ?? []
  return { text: letterOfFont(Number(code), quoted ?? plain ?? (/\\[uaj]/i.test(instruction) ? '' : 'Symbol')) }
}

/** How the parts of an equation are written in a line, by its switch. */
const AS_LINE: Readonly<Record<string, (parts: readonly string[]) => string>> = {
  f: (parts) => parts.join('/'),
  r: (parts) => `√${parts.join(' ')}`,
  su: (parts) => raised(parts.join('')),
  sd: (parts) => lowered(parts.join('')),
  o: (parts) => parts.join(''),
}

/** The end of the bracket that opens at `open`. */
const closing = (text: string, open: number): number => {
  let depth = 0
  for (let at = open; at < text.length; at++) {
    if (text[at] === '\\') at++
    else if (text[at] === '(') depth++
    else if (text[at] === ')' && --depth === 0) return at
  }
  return text.length
}

const LONGEST_EQUATION = 500
/** Switches of an element, such as \s\up8, and the bracket behind them. */
const ELEMENT = /((?:\\[a-z]+\s*\d*\s*)+)\(/i

const splitParts = (text: string): string[] => {
  const parts = ['']
  let depth = 0
  for (const letter of text) {
    if (letter === '(') depth++
    if (letter === ')') depth--
    if (depth === 0 && (letter === ',' || letter === ';')) parts.push('')
    else parts[parts.length - 1] += letter
  }
  return parts
}

const equation = (text: string): string => {
  const found = ELEMENT.exec(text)
  if (found === null) return text.replace(/\\[a-z]+\d*|\\/gi, '')
  const [whole, switches = ''] = found
  const open = found.index + whole.length - 1
  const end = closing(text, open)
  const parts = splitParts(text.slice(open + 1, end)).map((part) => equation(part.trim()))
  const kind = /\\up/i.test(switches) ? 'su' : /\\do/i.test(switches) ? 'sd' : (/\\([a-z])/i.exec(switches)?.[1] ?? '').toLowerCase()
  const line = (AS_LINE[kind] ?? ((all: readonly string[]) => all.join(' ')))(parts)
  return equation(text.slice(0, found.index)) + line + equation(text.slice(end + 1))
}

const form = ({ kind, result, standard, standardText, choices }: FormField): FieldValue | undefined => {
  const at = result ?? standard
  if (kind === 'box') return { text: at === 0 ? '☐' : '☑' }
  if (kind === 'choice') return choices[at] === undefined ? undefined : { text: choices[at] }
  // The standard text of a field that holds none is not always shown.
  return standardText.trim() === '' ? undefined : { text: standardText, doubt: 'shown-otherwise' }
}

/** What a field shows that has no result of its own; undefined where that is nothing. */
export const fieldValue = (instruction: string, formField?: FormField): FieldValue | undefined => {
  const text = instruction.trim()
  if (/^form(text|checkbox|dropdown)/i.test(text)) return formField && form(formField)
  const code = SYMBOL.exec(text)?.[1]
  if (code !== undefined) return symbol(text, code)
  if (/^eq\s/i.test(text)) return { text: equation(text.slice(2).trim().slice(0, LONGEST_EQUATION)), doubt: 'shown-otherwise' }
  if (text.startsWith('=')) return { text: '', doubt: 'stale-formula' }
  const button = /^(?:macrobutton|gotobutton)\s+\S+\s+(.*)$/is.exec(text)?.[1]
  return button === undefined ? undefined : { text: button }
}
