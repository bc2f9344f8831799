import { type ByteView, viewOf } from '../compound-file/byte-view.ts'
import { type ReadLimits, tooMany, UnreadableError } from '../reader.ts'

/** Types of the records of an old workbook ([MS-XLS] 2.3) that are looked at here; the library reads the others. */
export const RECORD = {
  formula: 0x0006,
  filePassword: 0x002f,
  font: 0x0031,
  continued: 0x003c,
  uncalculated: 0x005e,
  columns: 0x007d,
  sheet: 0x0085,
  severalNumbers: 0x00bd,
  severalBlanks: 0x00be,
  cellFormat: 0x00e0,
  strings: 0x00fc,
  sharedText: 0x00fd,
  hyperlink: 0x01b8,
  number: 0x0203,
  truth: 0x0205,
  packedNumber: 0x027e,
  hyperlinkTip: 0x0800,
  format: 0x041e,
  /** One that the library passes over (Feat). */
  passedOver: 0x0868,
} as const

/** A record: where it stands in the stream, its type, and its content. */
export class StreamRecord {
  readonly at: number
  readonly type: number
  readonly length: number
  private readonly stream: ByteView

  constructor(stream: ByteView, at: number) {
    this.stream = stream
    this.at = at
    this.type = stream.u16(at)
    this.length = stream.u16(at + 2)
  }

  u16(at: number): number {
    return this.stream.u16(this.inside(at, 2))
  }

  u32(at: number): number {
    return this.stream.u32(this.inside(at, 4))
  }

  private inside(at: number, size: number): number {
    if (at + size > this.length) throw new UnreadableError('damaged')
    return this.at + 4 + at
  }

  /** Made when it is asked for: most records are left to the library. */
  get content(): ByteView {
    return this.stream.slice(this.at + 4, this.length)
  }
}

/** The first bytes of a workbook stream from Excel 97 on: its opening record, and that record's version. */
const OPENING = [0x09, 0x08, undefined, undefined, 0x00, 0x06]

/** How many cells' work a record makes: one of columns says the same of each. */
const workOf = (record: StreamRecord): number => {
  const { type, length } = record
  if (type === RECORD.severalNumbers) return length / 6
  if (type === RECORD.severalBlanks) return length / 2
  if (type !== RECORD.columns || length < 4) return 1
  return Math.max(1, record.u16(2) - record.u16(0))
}

/** The records of a workbook stream in order, not more than the limit; of a file under a password none can be read. */
export const recordsOf = (stream: Uint8Array, limits: ReadLimits): StreamRecord[] => {
  if (!OPENING.every((byte, at) => byte === undefined || stream[at] === byte)) throw new UnreadableError('damaged')
  const view = viewOf(stream)
  const records: StreamRecord[] = []
  let work = 0
  for (let at = 0; at + 4 <= stream.length; ) {
    const record = new StreamRecord(view, at)
    at += 4 + record.length
    if (at > stream.length) break
    if (record.type === RECORD.filePassword) throw new UnreadableError('encrypted')
    work += workOf(record)
    if (work > 2 * limits.cells) throw new UnreadableError('too-complex', tooMany(limits))
    records.push(record)
  }
  return records
}

/** The stream as the library may have it: without links, which it would note cell by cell over whatever area they claim. */
export const tamedStream = (stream: Uint8Array, records: readonly StreamRecord[]): Uint8Array => {
  const copy = stream.slice()
  const view = new DataView(copy.buffer)
  for (const { at, type } of records)
    if (type === RECORD.hyperlink || type === RECORD.hyperlinkTip) view.setUint16(at, RECORD.passedOver, true)
  return copy
}
