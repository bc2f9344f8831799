/** Bytes to text, by what decodes cleanly: a declared charset is a hint, and often wrong. */
import { markedEncoding, unmarkedUtf16 } from './unicode.ts'

export type DecodedText = {
  readonly text: string
  /** As the platform names it: `utf-8`, `gb18030`, `utf-16le`… */
  readonly encoding: string
  /** Characters that could not be decoded. */
  readonly lost: number
  /** The lost ones as a share of those that are not ASCII: 0 is a clean text. */
  readonly damage: number
}

/** Where so much is lost, the figures that are left cannot be trusted. */
export const isGarbled = ({ damage, lost, text }: DecodedText): boolean => damage > 0.1 && lost > text.length / 100

const decoderOf = (label: string): TextDecoder | undefined => {
  try {
    return new TextDecoder(label)
  } catch {
    return undefined
  }
}

const decodeAs = (bytes: Uint8Array, encoding: string): DecodedText => {
  const text = new TextDecoder(encoding).decode(bytes)
  if (!text.includes('\ufffd')) return { text, encoding, lost: 0, damage: 0 }
  let [foreign, lost] = [0, 0]
  for (let index = 0; index < text.length; index++) {
    const code = text.charCodeAt(index)
    if (code > 0x7f) foreign++
    if (code === 0xfffd) lost++
  }
  return { text, encoding, lost, damage: lost / foreign }
}

const decodeCleanly = (bytes: Uint8Array, encoding: string): DecodedText | undefined => {
  try {
    return { text: new TextDecoder(encoding, { fatal: true }).decode(bytes), encoding, lost: 0, damage: 0 }
  } catch {
    return undefined
  }
}

/** GB18030 holds all of GB2312 and GBK, and files that say gb2312 use its characters; UTF-16 would have shown itself by its zero bytes. */
const encodingMeant = (label: string): string | undefined => {
  const encoding = decoderOf(label.trim())?.encoding
  if (encoding === undefined || encoding.startsWith('utf-16')) return undefined
  return encoding === 'gbk' ? 'gb18030' : encoding
}

/** Encodings of one byte a letter decode anything, so that they prove nothing and come last. */
const isSingleByte = (encoding: string): boolean => /^(windows|iso-8859|macintosh|x-mac|koi8|ibm)/.test(encoding)

const candidates = (declared: readonly string[]): readonly string[] => {
  const meant = declared.flatMap((label) => encodingMeant(label) ?? [])
  const [last, first] = [meant.filter(isSingleByte), meant.filter((encoding) => !isSingleByte(encoding))]
  // Other text is valid UTF-8 next to never, so UTF-8 comes before what is declared.
  return [...new Set(['utf-8', ...first, 'gb18030', ...last])]
}

/** Decodes a text of any encoding that reports come in; what is `declared` is looked up only where it matters. A text with a few broken bytes keeps the encoding that loses least. */
export const decodeText = (bytes: Uint8Array, declared: () => readonly string[] = () => []): DecodedText => {
  const unicode = markedEncoding(bytes) ?? unmarkedUtf16(bytes)
  if (unicode !== undefined) return decodeAs(bytes, unicode)
  const utf8 = decodeAs(bytes, 'utf-8')
  // Han of another encoding is broken nearly throughout as UTF-8; a few lost letters are damage, which GB18030 would read as wrong Han.
  if (utf8.damage < 0.1) return utf8
  const possible = candidates(declared())
  for (const encoding of possible) {
    const clean = decodeCleanly(bytes, encoding)
    if (clean !== undefined) return clean
  }
  return possible.map((encoding) => decodeAs(bytes, encoding)).reduce((best, next) => (next.damage < best.damage ? next : best), utf8)
}
