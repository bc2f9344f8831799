/** One piece of RTF. A byte of text written as \'b4 or as \{ is text like any other. */
export type Token =
  | { readonly kind: 'open' }
  | { readonly kind: 'close' }
  | { readonly kind: 'text'; readonly bytes: Uint8Array }
  | { readonly kind: 'word'; readonly word: string; readonly value: number | undefined }
  /** Bytes of a picture as they are, whose braces and backslashes mean nothing. */
  | { readonly kind: 'binary' }

const OPEN: Token = { kind: 'open' }
const CLOSE: Token = { kind: 'close' }
const BINARY: Token = { kind: 'binary' }

const [BACKSLASH, BRACE_OPEN, BRACE_CLOSE, APOSTROPHE, MINUS, SPACE, LF, CR] = [0x5c, 0x7b, 0x7d, 0x27, 0x2d, 0x20, 0x0a, 0x0d]
/** Shared, as Chinese text may consist of nothing else. */
const SINGLE_BYTES = Array.from({ length: 256 }, (_, byte) => Uint8Array.of(byte))
const NOTHING = new Uint8Array()

const LONGEST_WORD = 64
const LONGEST_NUMBER = 10

const isLetter = (byte = 0) => (byte >= 0x61 && byte <= 0x7a) || (byte >= 0x41 && byte <= 0x5a)
const isDigit = (byte = 0) => byte >= 0x30 && byte <= 0x39
const isPlain = (byte = 0) => byte !== BACKSLASH && byte !== BRACE_OPEN && byte !== BRACE_CLOSE && byte !== LF && byte !== CR && byte !== 0

export type Tokens = { readonly next: () => Token | undefined; readonly at: () => number }

/** Cuts RTF into tokens, from the byte `start` on. */
export const tokensOf = (bytes: Uint8Array, start: number): Tokens => {
  let place = start

  const while_ = (belongs: (byte?: number) => boolean, most: number): number => {
    const from = place
    while (place - from < most && belongs(bytes[place])) place++
    return from
  }
  const ascii = (from: number): string => {
    let letters = ''
    for (let at = from; at < place; at++) letters += String.fromCharCode(bytes[at] ?? 0)
    return letters
  }

  const controlWord = (): Token => {
    const word = ascii(while_(isLetter, LONGEST_WORD))
    const from = place
    if (bytes[place] === MINUS && isDigit(bytes[place + 1])) place++
    while_(isDigit, LONGEST_NUMBER)
    const value = place > from ? Number(ascii(from)) : undefined
    if (bytes[place] === SPACE) place++
    if (word !== 'bin') return { kind: 'word', word, value }
    place += Math.min(Math.max(0, value ?? 0), bytes.length - place)
    return BINARY
  }

  const hexByte = (): Token => {
    const value = Number.parseInt(String.fromCharCode(bytes[place] ?? 0, bytes[place + 1] ?? 0), 16)
    place += 2
    return { kind: 'text', bytes: SINGLE_BYTES[value] ?? NOTHING }
  }

  /** What follows a backslash. */
  const control = (): Token => {
    const byte = bytes[place] ?? SPACE
    if (isLetter(byte)) return controlWord()
    place++
    if (byte === APOSTROPHE) return hexByte()
    if (byte === BACKSLASH || byte === BRACE_OPEN || byte === BRACE_CLOSE) return { kind: 'text', bytes: SINGLE_BYTES[byte] ?? NOTHING }
    return { kind: 'word', word: byte === LF || byte === CR ? 'par' : String.fromCharCode(byte), value: undefined }
  }

  const next = (): Token | undefined => {
    while (bytes[place] === LF || bytes[place] === CR || bytes[place] === 0) place++
    const byte = bytes[place]
    if (byte === undefined) return undefined
    if (isPlain(byte)) return { kind: 'text', bytes: bytes.subarray(while_(isPlain, bytes.length), place) }
    place++
    if (byte === BRACE_OPEN) return OPEN
    return byte === BRACE_CLOSE ? CLOSE : control()
  }
  return { next, at: () => place }
}
