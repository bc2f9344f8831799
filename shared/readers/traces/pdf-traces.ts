import { type FoundTraces, NO_TRACES } from './found-traces.ts'

/** A letter for each byte, for looking; the bytes themselves are taken from where it was found. */
const letters = new TextDecoder('latin1')

/** No name is longer. */
const MOST_BYTES = 1000

const bytesOf = (letters: string): Uint8Array => Uint8Array.from(letters, (letter) => letter.charCodeAt(0))

/** `(…)` with its escapes, or `<…>` in hex. */
const stringOf = (literal: string | undefined, hex: string | undefined): string => {
  const bytes =
    hex === undefined
      ? bytesOf(
          (literal ?? '').replace(/\\(?:([0-7]{1,3})|(.))/gs, (_, octal: string | undefined, mark: string) =>
            octal === undefined ? mark : String.fromCharCode(Number.parseInt(octal, 8) & 0xff),
          ),
        )
      : Uint8Array.from(hex.replace(/\s/g, '').match(/.{2}/g) ?? [], (pair) => Number.parseInt(pair, 16))
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return new TextDecoder('utf-16be').decode(bytes)
  return bytes[0] === 0xef && bytes[1] === 0xbb ? new TextDecoder().decode(bytes) : letters.decode(bytes)
}

/** Who made a PDF, as far as its properties are not packed; letters of a key to them are no names, and stay unread. */
export const pdfTraces = async (bytes: Uint8Array): Promise<FoundTraces> => {
  const text = letters.decode(bytes)
  if (/\/Encrypt\b/.test(text)) return NO_TRACES
  const authors = text.matchAll(/\/Author\s*(?:\(((?:\\.|[^\\()])*)\)|<([0-9a-fA-F\s]*)>)/gs)
  const people = Array.from(authors, ({ 0: whole, 1: literal, 2: hex, index }) => {
    const from = index + whole.indexOf('(') + 1
    return stringOf(literal && String.fromCharCode(...bytes.subarray(from, from + Math.min(literal.length, MOST_BYTES))), hex)
  })
  return { ...NO_TRACES, people }
}
