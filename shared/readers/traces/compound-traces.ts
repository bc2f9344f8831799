import { viewOf } from '../compound-file/byte-view.ts'
import { openCompoundFile } from '../compound-file/compound-file.ts'
import { decodeText } from '../encoding/decode-text.ts'
import type { FoundTraces } from './found-traces.ts'

const [AUTHOR, LAST_AUTHOR, COMPANY] = [4, 8, 15]
const [TEXT_8, TEXT_16] = [0x1e, 0x1f]

/** The texts of some properties in the first set of a stream ([MS-OLEPS]). */
const propertiesIn = (stream: Uint8Array | undefined, wanted: readonly number[]): string[] => {
  if (stream === undefined || stream.length < 48) return []
  const view = viewOf(stream)
  const set = view.u32(44)
  const count = Math.min(view.u32(set + 4), 256)
  const texts: string[] = []
  for (let index = 0; index < count; index++) {
    const [id, at] = [view.u32(set + 8 + index * 8), set + view.u32(set + 12 + index * 8)]
    const type = view.u32(at)
    if (!wanted.includes(id) || (type !== TEXT_8 && type !== TEXT_16)) continue
    const length = view.u32(at + 4) * (type === TEXT_16 ? 2 : 1)
    const letters = stream.subarray(at + 8, at + 8 + length)
    const text = type === TEXT_16 ? new TextDecoder('utf-16le').decode(letters) : decodeText(letters, () => ['gbk']).text
    texts.push(text.replace(/\0.*$/s, ''))
  }
  return texts
}

/** Who made a file of Word or Excel 97, by its properties. */
export const compoundTraces = async (bytes: Uint8Array): Promise<FoundTraces> => {
  const file = openCompoundFile(bytes)
  return {
    people: propertiesIn(file.stream('\x05SummaryInformation'), [AUTHOR, LAST_AUTHOR]),
    organisations: propertiesIn(file.stream('\x05DocumentSummaryInformation'), [COMPANY]),
    comments: [],
  }
}
