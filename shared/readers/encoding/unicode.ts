/** Unicode texts that tell themselves: by a byte order mark, or by the zero bytes that only UTF-16 has. */

export type UnicodeEncoding = 'utf-8' | 'utf-16le' | 'utf-16be'

const MARKS: readonly { readonly encoding: UnicodeEncoding; readonly mark: readonly number[] }[] = [
  { encoding: 'utf-8', mark: [0xef, 0xbb, 0xbf] },
  { encoding: 'utf-16le', mark: [0xff, 0xfe] },
  { encoding: 'utf-16be', mark: [0xfe, 0xff] },
]

/** The encoding that a byte order mark names. */
export const markedEncoding = (bytes: Uint8Array): UnicodeEncoding | undefined =>
  MARKS.find(({ mark }) => mark.every((byte, index) => bytes[index] === byte))?.encoding

const SAMPLE_BYTES = 64 * 1024
const USUAL = /[\t\n\r -~\u2010-\u2027\u3000-\u303f\u4e00-\u9fff\uff00-\uff5e]/g

/** Characters of a Chinese office text: in the wrong byte order Han scatters over the whole of Unicode. */
const usualCharacters = (bytes: Uint8Array, encoding: UnicodeEncoding): number =>
  new TextDecoder(encoding).decode(bytes.subarray(0, SAMPLE_BYTES)).match(USUAL)?.length ?? 0

/** UTF-16 without a mark: no other text has zero bytes, and every line break or digit of it has one. */
export const unmarkedUtf16 = (bytes: Uint8Array): UnicodeEncoding | undefined => {
  if (!bytes.subarray(0, SAMPLE_BYTES).includes(0)) return undefined
  const [little, big] = [usualCharacters(bytes, 'utf-16le'), usualCharacters(bytes, 'utf-16be')]
  if (Math.max(little, big) < Math.min(bytes.length, SAMPLE_BYTES) / 4) return undefined
  return little >= big ? 'utf-16le' : 'utf-16be'
}
