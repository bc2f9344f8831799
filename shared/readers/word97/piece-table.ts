import { type ByteView, viewOf } from '../compound-file/byte-view.ts'
import { UnreadableError } from '../reader.ts'
import { letterOfWindows1252 } from '../word-flow/windows-1252.ts'
import type { Stretch } from './file-information.ts'

/** A stretch of text that lies together in the file; text that was edited and saved fast consists of many. */
export type Piece = {
  readonly from: number
  readonly to: number
  readonly at: number
  readonly bytesEach: 1 | 2
  /** Properties that were laid over the whole piece, later than those of its paragraphs and characters. */
  readonly over: ByteView | undefined
}

export type Pieces = readonly Piece[]

const MOST_PIECES = 200_000
const ONE_BYTE_EACH = 0x40000000
const CODES_OF_ONE_BYTE = Array.from({ length: 256 }, (_, byte) => letterOfWindows1252(byte).charCodeAt(0))

/** A property given by its short number: 0x18 "in a table" and 0x19 "row end" are the ones that matter here. */
const SHORT = new Map([
  [0x18, 0x2416],
  [0x19, 0x2417],
])

export const readPieces = (main: ByteView, table: ByteView, { at, length }: Stretch): Pieces => {
  const clx = table.slice(at, length)
  const laidOver: ByteView[] = []
  let place = 0
  while (clx.u8(place) === 1) {
    const size = clx.i16(place + 1)
    laidOver.push(clx.slice(place + 3, size))
    place += 3 + size
  }
  if (clx.u8(place) !== 2) throw new UnreadableError('damaged')
  const plc = clx.slice(place + 5, clx.u32(place + 1))
  const count = Math.floor((plc.length - 4) / 12)
  if (count < 1 || count > MOST_PIECES) throw new UnreadableError('damaged')

  const over = (modifier: number): ByteView | undefined => {
    if (modifier & 1) return laidOver[modifier >> 1]
    const code = SHORT.get((modifier >> 1) & 0x7f)
    return code === undefined ? undefined : viewOf(Uint8Array.of(code & 0xff, code >> 8, modifier >> 8))
  }
  let characters = 0
  return Array.from({ length: count }, (_, index): Piece => {
    const [from, to] = [plc.u32(index * 4), plc.u32(index * 4 + 4)]
    const descriptor = (count + 1) * 4 + index * 8
    const packed = plc.u32(descriptor + 2)
    const bytesEach = packed & ONE_BYTE_EACH ? 1 : 2
    const start = bytesEach === 1 ? (packed & 0x3fffffff) / 2 : packed & 0x3fffffff
    characters += to - from
    // Pieces may lie over each other, so that a small file could claim a book of text.
    if (to < from || characters > main.length || start + (to - from) * bytesEach > main.length) throw new UnreadableError('damaged')
    return { from, to, at: Math.floor(start), bytesEach, over: over(plc.u16(descriptor + 6)) }
  })
}

/** Calls back for every character from place `from` on, with its code and where it stands in the file. */
export const eachCharacter = (
  main: ByteView,
  pieces: Pieces,
  { at: from, length }: Stretch,
  visit: (code: number, fileAt: number, piece: Piece) => void,
): void => {
  for (const piece of pieces) {
    for (let place = Math.max(from, piece.from); place < Math.min(from + length, piece.to); place++) {
      const fileAt = piece.at + (place - piece.from) * piece.bytesEach
      visit(piece.bytesEach === 2 ? main.u16(fileAt) : (CODES_OF_ONE_BYTE[main.u8(fileAt)] ?? 0), fileAt, piece)
    }
  }
}
