import { UnreadableError } from '../reader.ts'

/** Little-endian numbers of one stretch of bytes. A place outside it can only come from a damaged file. */
export type ByteView = {
  readonly length: number
  readonly u8: (at: number) => number
  readonly u16: (at: number) => number
  readonly i16: (at: number) => number
  readonly u32: (at: number) => number
  readonly i32: (at: number) => number
  readonly slice: (at: number, length: number) => ByteView
  /** So many letters of two bytes each, or of one where they are not wide. */
  readonly letters: (at: number, count: number, wide: boolean) => string
}

const UTF_16 = new TextDecoder('utf-16le', { ignoreBOM: true })

export const viewOf = (bytes: Uint8Array): ByteView => {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const inside = (at: number, size: number): number => {
    if (at < 0 || size < 0 || at + size > view.byteLength) throw new UnreadableError('damaged')
    return at
  }
  return {
    length: bytes.length,
    u8: (at) => view.getUint8(inside(at, 1)),
    u16: (at) => view.getUint16(inside(at, 2), true),
    i16: (at) => view.getInt16(inside(at, 2), true),
    u32: (at) => view.getUint32(inside(at, 4), true),
    i32: (at) => view.getInt32(inside(at, 4), true),
    slice: (at, length) => viewOf(bytes.subarray(inside(at, length), at + length)),
    letters: (at, count, wide) => {
      const letters = bytes.subarray(inside(at, count * (wide ? 2 : 1)), at + count * (wide ? 2 : 1))
      return wide ? UTF_16.decode(letters) : Array.from(letters, (letter) => String.fromCharCode(letter)).join('')
    },
  }
}
