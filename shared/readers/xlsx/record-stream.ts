import { type ReadLimits, tooMany, UnreadableError } from '../reader.ts'

/** Records of an old workbook that are looked at before the library gets them. */
const HYPERLINK = 0x01b8
const HYPERLINK_TIP = 0x0800
const COLUMNS = 0x007d
const SEVERAL_NUMBERS = 0x00bd
const SEVERAL_BLANKS = 0x00be
/** A record that the library passes over (Feat). */
const PASSED_OVER = 0x0868

/** The first bytes of a workbook stream from Excel 97 on: its opening record, and that record's version. */
const OPENING = [0x09, 0x08, undefined, undefined, 0x00, 0x06]

/** How many cells' work a record makes: one of columns says the same of each. */
const workOf = (type: number, content: DataView): number => {
  if (type === SEVERAL_NUMBERS) return content.byteLength / 6
  if (type === SEVERAL_BLANKS) return content.byteLength / 2
  if (type !== COLUMNS || content.byteLength < 4) return 1
  return Math.max(1, content.getUint16(2, true) - content.getUint16(0, true))
}

/**
 * The records of an old workbook as the library may have them: not more than the limit, and without links, which it would note cell by
 * cell over whatever area they claim.
 */
export const tamedStream = (stream: Uint8Array, limits: ReadLimits): Uint8Array => {
  if (!OPENING.every((byte, at) => byte === undefined || stream[at] === byte)) throw new UnreadableError('damaged')
  const copy = stream.slice()
  const view = new DataView(copy.buffer)
  let work = 0
  for (let at = 0; at + 4 <= copy.length; at += 4 + view.getUint16(at + 2, true)) {
    const [type, length] = [view.getUint16(at, true), view.getUint16(at + 2, true)]
    if (at + 4 + length > copy.length) break
    work += workOf(type, new DataView(copy.buffer, at + 4, length))
    if (work > 2 * limits.cells) throw new UnreadableError('too-complex', tooMany(limits))
    if (type === HYPERLINK || type === HYPERLINK_TIP) view.setUint16(at, PASSED_OVER, true)
  }
  return copy
}
