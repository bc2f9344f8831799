import { decodeText } from '../encoding/decode-text.ts'
import type { FoundTraces } from './found-traces.ts'

/** The properties stand near the beginning; who comments is named before each comment. */
const OPENING = 64 * 1024

const latin1 = new TextDecoder('latin1')

/** Escapes of letters in a group of plain text: `\'b9` in the code page of Chinese Windows, `\u20013?` by number. */
const plain = (group: string): string => {
  const bytes: number[] = []
  let text = ''
  const flush = (): void => {
    if (bytes.length > 0) text += decodeText(Uint8Array.from(bytes), () => ['gbk']).text
    bytes.length = 0
  }
  for (const [whole, hex, unicode] of group.matchAll(/\\'([0-9a-f]{2})|\\u(-?\d{1,6}) ?(?:\\'[0-9a-f]{2}|[?])?|\\[a-z]+-?\d* ?|[^\\]/gi)) {
    if (hex !== undefined) bytes.push(Number.parseInt(hex, 16))
    else {
      flush()
      if (unicode !== undefined) text += String.fromCharCode((Number(unicode) + 65_536) % 65_536)
      else if (!whole.startsWith('\\')) text += whole
    }
  }
  flush()
  return text
}

const groups = (text: string, word: RegExp): string[] => Array.from(text.matchAll(word), ([, group = '']) => plain(group))

/** Who made an RTF file, and who left comments in it. */
export const rtfTraces = async (bytes: Uint8Array): Promise<FoundTraces> => {
  const text = latin1.decode(bytes)
  const opening = text.slice(0, OPENING)
  return {
    people: groups(opening, /\{\\(?:author|operator)\b ?([^{}]*)\}/g),
    organisations: groups(opening, /\{\\\*?\\?company\b ?([^{}]*)\}/g),
    comments: groups(text, /\{\\\*\\atnauthor\b ?([^{}]*)\}/g),
  }
}
