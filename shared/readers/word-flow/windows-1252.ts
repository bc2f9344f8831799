/** What bytes 0x80 to 0x9f stand for in the Western code page; the others are as in Unicode. `·` marks the five that it leaves free. */
const LETTERS = '€·‚ƒ„…†‡ˆ‰Š‹Œ·Ž··‘’“”•–—˜™š›œ·žŸ'
const [FIRST, FREE] = [0x80, '·']

export const letterOfWindows1252 = (byte: number): string => {
  const letter = LETTERS[byte - FIRST]
  return letter === undefined || letter === FREE ? String.fromCharCode(byte) : letter
}

/** Decodes the Western code page. The platform's decoder is not asked: that of Node 20 takes it for Latin-1, which has no quotes and dashes. */
export const decodeWindows1252 = (bytes: Uint8Array): string => {
  let text = ''
  for (const byte of bytes) text += letterOfWindows1252(byte)
  return text
}
