import { InflateError } from '../inflate.ts'
import { type ReadTools, UnreadableError } from '../reader.ts'

const STREAM = /(?<!end)stream\r?\n/g
/** What stands before a stream says what it is. */
const DICTIONARY_LETTERS = 1000
const ZLIB_HEADER_BYTES = 2
/** No stream yields more than this for each of its bytes. */
const MOST_GAIN = 1032
const MB = 1024 * 1024
/** A page's operators are a few hundred KB at most. */
const MOST_BYTES = 8 * MB
/** A whole Chinese font may be embedded. */
const MOST_FONT_BYTES = 32 * MB

const isFont = (dictionary: string): boolean => /\/Length1\b/.test(dictionary)
/** Pictures are not unpacked. */
const isPicture = (dictionary: string): boolean => /\/Subtype\s*\/Image\b/.test(dictionary)

/** Refuses a file that holds a stream which unpacks beyond all measure: the library would unpack it whole, and has no limit for that. */
export const mustUnpackWithin = async (bytes: Uint8Array, { inflate }: Pick<ReadTools, 'inflate'>): Promise<void> => {
  const text = new TextDecoder('latin1').decode(bytes)
  for (const { 0: keyword, index } of text.matchAll(STREAM)) {
    const before = text.slice(Math.max(0, index - DICTIONARY_LETTERS), index)
    const dictionary = before.slice(before.lastIndexOf(' obj') + 1)
    if (!/\/(?:FlateDecode|Fl)\b/.test(dictionary) || isPicture(dictionary)) continue
    const most = isFont(dictionary) ? MOST_FONT_BYTES : MOST_BYTES
    const from = index + keyword.length + ZLIB_HEADER_BYTES
    const end = text.indexOf('endstream', from)
    const packed = bytes.subarray(from, end < 0 ? bytes.length : end)
    if (packed.length * MOST_GAIN <= most) continue
    try {
      await inflate(packed, most)
    } catch (error) {
      if (!(error instanceof InflateError)) throw error
      // What is damaged, or has bytes behind its end, is for the library to judge.
      if (error.reason === 'too-large') throw new UnreadableError('too-complex', `每个数据流${most / MB} MB`)
    }
  }
}

/** Whether a picture of the file may let shine through what lies under it. Pictures are streams, so what they say of themselves is never packed. */
export const hasTransparentPictures = (bytes: Uint8Array): boolean => {
  const text = new TextDecoder('latin1').decode(bytes)
  for (const { index } of text.matchAll(STREAM)) {
    const before = text.slice(Math.max(0, index - DICTIONARY_LETTERS), index)
    const dictionary = before.slice(before.lastIndexOf(' obj') + 1)
    if (isPicture(dictionary) && /\/(?:SMask|SMaskInData|Mask|ImageMask)\b(?!\s*(?:false|0\s*[/>]))/.test(dictionary)) return true
  }
  return false
}
