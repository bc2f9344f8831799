/** What bytes 0x80 to 0x9f stand for in the Western code page; the others are as in Unicode. `·` marks the five that it leaves free. */
const LETTERS = '€·‚ƒ„…†‡ˆ‰Š‹Œ·Ž··‘’“”•–—˜™š›œ·žŸ'
const [FIRST, FREE] = [0x80, '·']

export const letterOfWindows1252 = (byte: number): string => {
  const letter = LETTERS[byte - FIRST]
  return letter === undefined || letter === FREE ? String.fromCharCode(byte) : letter
}

const decoder = new TextDecoder('windows-1252')

/** Decodes the Western code page. The decoder of Node 20 takes it for Latin-1, and leaves bytes where quotes and dashes should be. */
export const decodeWindows1252 = (bytes: Uint8Array): string =>
  decoder.decode(bytes).replace(/[\x80-\x9f]/g, (letter) => letterOfWindows1252(letter.charCodeAt(0)))
