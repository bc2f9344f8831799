import { UnreadableError } from '../reader.ts'

/** One entry of a zip's central directory. */
export type Entry = {
  readonly name: string
  readonly method: number
  readonly encrypted: boolean
  readonly crc: number
  readonly packedBytes: number
  readonly unpackedBytes: number
  /** Where the entry's local header begins. */
  readonly offset: number
}

const END = 0x06054b50
const END_BYTES = 22
const END_ZIP64 = 0x06064b50
const LOCATOR_ZIP64 = 0x07064b50
const LOCATOR_BYTES = 20
const ENTRY = 0x02014b50
const ENTRY_BYTES = 46
const MAX_COMMENT = 0xffff
const IN_ZIP64 = 0xffffffff

const utf8 = new TextDecoder('utf-8', { fatal: true })
const latin1 = new TextDecoder('latin1')

/** A name as the package's own parts spell it: some programs of Windows write backslashes. Names of other code pages only have to stay apart. */
const nameOf = (bytes: Uint8Array): string => {
  const decode = (): string => {
    try {
      return utf8.decode(bytes)
    } catch {
      return latin1.decode(bytes)
    }
  }
  return decode()
    .replaceAll('\\', '/')
    .replace(/^(?:\.?\/)+/, '')
}

/** A 64-bit count; one beyond the safe integers lies outside every file, and is told so where it is used. */
const uint64 = (view: DataView, at: number): number => Number(view.getBigUint64(at, true))

/** The end record stands last, behind it only a comment of its own; bytes that were hung on after it do no harm. */
const findEnd = (view: DataView): number => {
  const lowest = Math.max(0, view.byteLength - END_BYTES - MAX_COMMENT)
  for (let at = view.byteLength - END_BYTES; at >= lowest; at--) if (view.getUint32(at, true) === END) return at
  throw new UnreadableError('damaged')
}

const locateDirectory = (view: DataView): { count: number; offset: number } => {
  const end = findEnd(view)
  const locator = end - LOCATOR_BYTES
  if (locator >= 0 && view.getUint32(locator, true) === LOCATOR_ZIP64) {
    const end64 = uint64(view, locator + 8)
    if (view.getUint32(end64, true) !== END_ZIP64) throw new UnreadableError('damaged')
    return { count: uint64(view, end64 + 32), offset: uint64(view, end64 + 48) }
  }
  return { count: view.getUint16(end + 10, true), offset: view.getUint32(end + 16, true) }
}

/** Sizes and offset that do not fit 32 bits stand in the extra field 1, in this order and only those. */
const widen = (view: DataView, entry: Entry, extra: number, extraEnd: number): Entry => {
  if (entry.unpackedBytes !== IN_ZIP64 && entry.packedBytes !== IN_ZIP64 && entry.offset !== IN_ZIP64) return entry
  for (let at = extra; at + 4 <= extraEnd; at += 4 + view.getUint16(at + 2, true)) {
    if (view.getUint16(at, true) !== 1) continue
    let next = at + 4
    const wide = (value: number): number => {
      if (value !== IN_ZIP64) return value
      next += 8
      return uint64(view, next - 8)
    }
    return { ...entry, unpackedBytes: wide(entry.unpackedBytes), packedBytes: wide(entry.packedBytes), offset: wide(entry.offset) }
  }
  throw new UnreadableError('damaged')
}

/** Reads the central directory, which alone says what a zip holds. A `RangeError` of the view means that the directory points out of the file. */
export const readDirectory = (bytes: Uint8Array): Map<string, Entry> => {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const { count, offset } = locateDirectory(view)
  const entries = new Map<string, Entry>()
  let at = offset
  for (let index = 0; index < count; index++) {
    if (view.getUint32(at, true) !== ENTRY) throw new UnreadableError('damaged')
    const nameEnd = at + ENTRY_BYTES + view.getUint16(at + 28, true)
    const extraEnd = nameEnd + view.getUint16(at + 30, true)
    const entry: Entry = {
      name: nameOf(bytes.subarray(at + ENTRY_BYTES, nameEnd)),
      method: view.getUint16(at + 10, true),
      encrypted: (view.getUint16(at + 8, true) & 1) === 1,
      crc: view.getUint32(at + 16, true),
      packedBytes: view.getUint32(at + 20, true),
      unpackedBytes: view.getUint32(at + 24, true),
      offset: view.getUint32(at + 42, true),
    }
    // Two parts of one name: programs differ in which they show, so no reading would be the certain one.
    if (entries.has(entry.name)) throw new UnreadableError('damaged')
    entries.set(entry.name, widen(view, entry, nameEnd, extraEnd))
    at = extraEnd + view.getUint16(at + 32, true)
  }
  return entries
}
