import { UnreadableError } from '../reader.ts'

const encoder = new TextEncoder()

/** The encoding by byte order mark, else by the shape of `<` in UTF-16, else as the declaration names it, else UTF-8. */
const encodingOf = (bytes: Uint8Array): string => {
  const [first, second] = bytes
  if ((first === 0xff && second === 0xfe) || (first === 0x3c && second === 0)) return 'utf-16le'
  if ((first === 0xfe && second === 0xff) || (first === 0 && second === 0x3c)) return 'utf-16be'
  const declaration = String.fromCharCode(...bytes.subarray(0, 200))
  const declared = /^<\?xml[^>]*\sencoding\s*=\s*["']([\w.:-]+)/.exec(declaration)?.[1]?.toLowerCase()
  // A declaration that could be read byte by byte is not in UTF-16, whatever it says.
  return declared === undefined || declared.startsWith('utf-16') ? 'utf-8' : declared
}

/** An XML part as bytes of UTF-8, in which the scanner walks; nearly always it is in UTF-8 already. */
export const xmlBytes = (part: Uint8Array): Uint8Array => {
  const encoding = encodingOf(part)
  if (encoding === 'utf-8') return part
  try {
    return encoder.encode(new TextDecoder(encoding, { fatal: true }).decode(part))
  } catch {
    throw new UnreadableError('damaged') // an encoding that does not exist, or bytes that it does not have
  }
}

const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true })

/** Up to here plain letters are put together quicker than the decoder is called. */
const FEW = 12

/** The text of some bytes of UTF-8. Bytes that UTF-8 does not have are damage. */
export const decodeUtf8 = (bytes: Uint8Array, from: number, to: number): string => {
  if (to - from <= FEW) {
    let text = ''
    let at = from
    for (; at < to; at++) {
      const code = bytes[at] ?? 0
      if (code > 0x7f) break
      text += String.fromCharCode(code)
    }
    if (at === to) return text
  }
  try {
    return decoder.decode(bytes.subarray(from, to))
  } catch {
    throw new UnreadableError('damaged')
  }
}
