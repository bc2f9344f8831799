import { InflateError } from '../inflate.ts'
import { type ReadTools, UnreadableError } from '../reader.ts'

/** What stands before a stream says what it is. */
const DICTIONARY_BYTES = 1000
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

const encoder = new TextEncoder()
const KEYWORD = encoder.encode('stream')
const LAST = KEYWORD.length - 1
const ENDED = encoder.encode('end')
const [CR, LF] = [13, 10]

const standsAt = (bytes: Uint8Array, word: Uint8Array, at: number): boolean =>
  at >= 0 && word.every((letter, index) => bytes[at + index] === letter)

/** Where the word `stream` stands: the bytes are searched for its last letter, which is quick. */
const keywordsIn = (bytes: Uint8Array): number[] => {
  const places: number[] = []
  const letter = KEYWORD[LAST] ?? 0
  for (let at = bytes.indexOf(letter); at >= 0; at = bytes.indexOf(letter, at + 1))
    if (standsAt(bytes, KEYWORD, at - LAST)) places.push(at - LAST)
  return places
}

type Stream = { readonly packed: Uint8Array; readonly dictionary: () => string }

/** The streams of a file; one that does not end runs on to the end of the next. */
function* streamsOf(bytes: Uint8Array): Generator<Stream> {
  const places = keywordsIn(bytes)
  const isEnd = (at: number): boolean => standsAt(bytes, ENDED, at - ENDED.length)
  const ends = places.filter(isEnd).map((at) => at - ENDED.length)
  let next = 0
  for (const at of places) {
    const behind = at + KEYWORD.length
    const lineEnd = bytes[behind] === LF ? 1 : bytes[behind] === CR && bytes[behind + 1] === LF ? 2 : 0
    if (lineEnd === 0 || isEnd(at)) continue
    const from = behind + lineEnd
    while ((ends[next] ?? Number.POSITIVE_INFINITY) < from) next++
    yield {
      packed: bytes.subarray(from, ends[next] ?? bytes.length),
      dictionary: () => {
        const before = new TextDecoder('latin1').decode(bytes.subarray(Math.max(0, at - DICTIONARY_BYTES), at))
        return before.slice(before.lastIndexOf(' obj') + 1)
      },
    }
  }
}

/** Refuses a file that holds a stream which unpacks beyond all measure: the library would unpack it whole, and has no limit for that. */
export const mustUnpackWithin = async (bytes: Uint8Array, { inflate }: Pick<ReadTools, 'inflate'>): Promise<void> => {
  for (const { packed, dictionary } of streamsOf(bytes)) {
    const deflated = packed.subarray(ZLIB_HEADER_BYTES)
    if (deflated.length * MOST_GAIN <= MOST_BYTES) continue
    const stated = dictionary()
    if (!/\/(?:FlateDecode|Fl)\b/.test(stated) || isPicture(stated)) continue
    const most = isFont(stated) ? MOST_FONT_BYTES : MOST_BYTES
    if (deflated.length * MOST_GAIN <= most) continue
    try {
      await inflate(deflated, most)
    } catch (error) {
      if (!(error instanceof InflateError)) throw error
      // What is damaged, or has bytes behind its end, is for the library to judge.
      if (error.reason === 'too-large') throw new UnreadableError('too-complex', `每个数据流${most / MB} MB`)
    }
  }
}

/** Whether a picture of the file may let shine through what lies under it. Pictures are streams, so what they say of themselves is never packed. */
export const hasTransparentPictures = (bytes: Uint8Array): boolean => {
  for (const { dictionary } of streamsOf(bytes)) {
    const stated = dictionary()
    if (isPicture(stated) && /\/(?:SMask|SMaskInData|Mask|ImageMask)\b(?!\s*(?:false|0\s*[/>]))/.test(stated)) return true
  }
  return false
}
