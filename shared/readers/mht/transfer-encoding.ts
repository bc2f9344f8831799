/** Undoes the encodings in which mail carries bytes. */

const latin1 = new TextDecoder('latin1')

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

/** Of a cut file, all whole groups of four letters. */
const fromBase64 = (bytes: Uint8Array): Uint8Array => {
  const letters = latin1.decode(bytes).replace(/[^A-Za-z0-9+/]/g, '')
  return Uint8Array.from(atob(letters.length % 4 === 1 ? letters.slice(0, -1) : letters), (letter) => letter.charCodeAt(0))
}

export const decodeTransfer = (bytes: Uint8Array, encoding: string): Uint8Array => {
  if (encoding === 'quoted-printable') return fromQuotedPrintable(bytes)
  return encoding === 'base64' ? fromBase64(bytes) : bytes
}
