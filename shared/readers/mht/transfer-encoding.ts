/** Undoes the encodings in which mail carries bytes. */

const hex = (byte: number | undefined): number => {
  if (byte === undefined) return -1
  if (byte >= 0x30 && byte <= 0x39) return byte - 0x30
  const letter = byte & 0xdf
  return letter >= 0x41 && letter <= 0x46 ? letter - 0x37 : -1
}

/** `=E4` is a byte, `=` at the end of a line joins it to the next; anything else stands for itself. */
const fromQuotedPrintable = (bytes: Uint8Array): Uint8Array => {
  const out = new Uint8Array(bytes.length)
  let length = 0
  for (let at = 0; at < bytes.length; at++) {
    const byte = bytes[at] ?? 0
    const [high, low] = byte === 0x3d ? [hex(bytes[at + 1]), hex(bytes[at + 2])] : [-1, -1]
    const lineEnd = byte !== 0x3d ? 0 : bytes[at + 1] === 0x0a ? 1 : bytes[at + 1] === 0x0d && bytes[at + 2] === 0x0a ? 2 : 0
    if (lineEnd > 0) at += lineEnd
    else if (high >= 0 && low >= 0) {
      out[length++] = high * 16 + low
      at += 2
    } else out[length++] = byte
  }
  return out.subarray(0, length)
}

const LETTERS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/'
const NO_LETTER = 64
/** What each byte stands for: six bits. */
const SIX_BITS = Uint8Array.from({ length: 256 }, (_, byte) => {
  const at = LETTERS.indexOf(String.fromCharCode(byte))
  return at < 0 ? NO_LETTER : at
})

/** Byte by byte: the platform's decoder takes a text, which of a large file is several times as large. What is no letter is passed over. */
const fromBase64 = (bytes: Uint8Array): Uint8Array => {
  const out = new Uint8Array(Math.ceil((bytes.length * 3) / 4))
  let [length, held, bits] = [0, 0, 0]
  for (const byte of bytes) {
    const value = SIX_BITS[byte] ?? NO_LETTER
    if (value === NO_LETTER) continue
    held = ((held << 6) | value) & 0xffff
    bits += 6
    if (bits < 8) continue
    bits -= 8
    out[length++] = held >> bits
  }
  return out.subarray(0, length)
}

export const decodeTransfer = (bytes: Uint8Array, encoding: string): Uint8Array => {
  if (encoding === 'quoted-printable') return fromQuotedPrintable(bytes)
  return encoding === 'base64' ? fromBase64(bytes) : bytes
}
