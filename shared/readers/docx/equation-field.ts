import { lowered, raised } from '../../document/raised.ts'

/** Shapes that Word's menu sets around a character. */
const ENCLOSING = /^[○〇◯⭕□△◇]$/
const LAST_RINGED = 20

class NotLegible extends Error {}

const ringed = (digits: string): string => {
  const number = Number(digits)
  if (!Number.isInteger(number) || number < 1 || number > LAST_RINGED) throw new NotLegible()
  return String.fromCodePoint(0x2460 + number - 1)
}

/** Characters printed over each other: a shape around a number, else nobody knows which is read. */
const overprinted = (parts: readonly string[]): string => {
  const inner = parts.filter((part) => !ENCLOSING.test(part))
  if (inner.length > 1) throw new NotLegible()
  const [only = ''] = inner
  return inner.length === parts.length || !/\d/.test(only) ? only : ringed(only)
}

/** What each instruction makes of its parts; `options` are the words behind its letter. */
const INSTRUCTIONS: Readonly<Record<string, (parts: readonly string[], options: string) => string>> = {
  a: (parts) => parts.join(' '),
  b: (parts) => `(${parts.join(',')})`,
  f: (parts) => parts.join('/'),
  l: (parts) => parts.join(','),
  o: overprinted,
  r: (parts) => `√${parts.at(-1) ?? ''}`,
  s: (parts, options) => parts.map((part, index) => (index === 0 && !/\\do/i.test(options) ? raised(part) : lowered(part))).join(''),
  x: (parts) => parts.join(','),
}

const INSTRUCTION = /^\\([a-z])((?:\s*\\[a-z]{2}(?:[-\d.]+|\\?[[{<|(])?)*)\s*\(/i
/** Longer codes are no figure that a person set. */
const LONGEST = 500

type Read = { readonly text: string; readonly rest: string }

/** Reads what begins with a backslash: an instruction with its parts, or a mark that means itself. */
const readInstruction = (code: string): Read => {
  const [whole, name = '', options = ''] = INSTRUCTION.exec(code) ?? []
  if (whole === undefined) {
    if (!/^\\[,;()\\]/.test(code)) throw new NotLegible()
    return { text: code.charAt(1), rest: code.slice(2) }
  }
  const act = INSTRUCTIONS[name.toLowerCase()]
  if (act === undefined) throw new NotLegible()
  const { parts, rest } = readParts(code.slice(whole.length))
  return { text: act(parts, options), rest }
}

const readBracket = (code: string): Read => {
  const { parts, rest } = readParts(code.slice(1))
  return { text: `(${parts.join(',')})`, rest }
}

const readNext = (code: string): Read => {
  if (code.startsWith('\\')) return readInstruction(code)
  if (code.startsWith('(')) return readBracket(code)
  return { text: code.charAt(0).replace('"', ''), rest: code.slice(1) }
}

/** Reads to the bracket that closes, and gives the parts between commas or semicolons, and what is left. */
const readParts = (code: string): { readonly parts: readonly string[]; readonly rest: string } => {
  const parts = ['']
  let rest = code
  while (rest !== '' && !rest.startsWith(')')) {
    if (/^[,;]/.test(rest)) {
      parts.push('')
      rest = rest.slice(1)
      continue
    }
    const next = readNext(rest)
    parts.push((parts.pop() ?? '') + next.text)
    rest = next.rest
  }
  if (rest === '') throw new NotLegible()
  return { parts, rest: rest.slice(1) }
}

const readAll = (code: string): string => {
  let text = ''
  let rest = code
  while (rest !== '') {
    const next = readNext(rest)
    text += next.text
    rest = next.rest
  }
  return text
}

/** What Word prints for the code of an EQ field, behind its name; undefined where it cannot be told on one line. */
export const equationText = (code: string): string | undefined => {
  if (code.length > LONGEST) return undefined
  try {
    return readAll(code.trim()).trim()
  } catch (error) {
    if (error instanceof NotLegible) return undefined
    throw error
  }
}
