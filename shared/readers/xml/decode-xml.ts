import { UnreadableError } from '../reader.ts'

const decoders = new Map<string, TextDecoder>()

const decoderFor = (encoding: string): TextDecoder => {
  let decoder = decoders.get(encoding)
  if (decoder === undefined) {
    try {
      decoder = new TextDecoder(encoding, { fatal: true })
    } catch {
      throw new UnreadableError('damaged')
    }
    decoders.set(encoding, decoder)
  }
  return decoder
}

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

/** Bytes of an XML part as text. Bytes that its encoding does not have are damage. */
export const decodeXml = (bytes: Uint8Array): string => {
  const decoder = decoderFor(encodingOf(bytes))
  try {
    return decoder.decode(bytes)
  } catch {
    throw new UnreadableError('damaged')
  }
}
