/** The two bytes of every letter of GBK: the platform only decodes it, so its decoder is asked for all of them once. */
const lettersToBytes = (): ReadonlyMap<string, Uint8Array> => {
  const decoder = new TextDecoder('gbk')
  const found = new Map<string, Uint8Array>()
  for (let lead = 0x81; lead <= 0xfe; lead++) {
    for (let trail = 0x40; trail <= 0xfe; trail++) {
      const bytes = Uint8Array.of(lead, trail)
      const letter = decoder.decode(bytes)
      if (letter.length === 1 && letter !== '\ufffd' && !found.has(letter)) found.set(letter, bytes)
    }
  }
  return found
}

let known: ReadonlyMap<string, Uint8Array> | undefined

/** Undefined for a letter that GBK does not have. */
export const encodeGbk = (letter: string): Uint8Array | undefined => {
  known ??= lettersToBytes()
  return known.get(letter)
}
