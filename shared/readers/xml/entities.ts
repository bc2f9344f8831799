import { UnreadableError } from '../reader.ts'

const NAMED: Readonly<Record<string, string>> = { lt: '<', gt: '>', amp: '&', quot: '"', apos: "'" }

const character = (reference: string): string => {
  const named = NAMED[reference]
  if (named !== undefined) return named
  const digits = /^#(?:x0*([\da-f]{1,6})|0*(\d{1,7}))$/i.exec(reference)
  const code = digits === null ? Number.NaN : digits[1] === undefined ? Number(digits[2]) : Number.parseInt(digits[1], 16)
  if (!(code <= 0x10ffff)) throw new UnreadableError('damaged')
  return String.fromCodePoint(code)
}

/** Puts the characters in for entities. Only the five of XML and numbers are known, since no DOCTYPE is read that could define more. */
export const decodeEntities = (raw: string): string => {
  let from = raw.indexOf('&')
  if (from < 0) return raw
  let text = ''
  let done = 0
  for (; from >= 0; from = raw.indexOf('&', done)) {
    const end = raw.indexOf(';', from)
    if (end < 0) throw new UnreadableError('damaged')
    text += raw.slice(done, from) + character(raw.slice(from + 1, end))
    done = end + 1
  }
  return text + raw.slice(done)
}
