/** Text in pieces: one long text costs an engine several times what its pieces do, since it has to find room for it apart. */
import { markedEncoding, unmarkedUtf16 } from './unicode.ts'

const PIECE_BYTES = 32 * 1024

/** The text of clean UTF-8, in pieces that each end behind an `end` (a byte of ASCII), the last one aside; undefined for any other. */
export const cleanPieces = (bytes: Uint8Array, end: number): readonly string[] | undefined => {
  const encoding = markedEncoding(bytes) ?? unmarkedUtf16(bytes) ?? 'utf-8'
  if (encoding !== 'utf-8') return undefined
  const decoder = new TextDecoder(encoding)
  const pieces: string[] = []
  for (let from = 0; from < bytes.length; ) {
    const next = bytes.indexOf(end, from + PIECE_BYTES)
    const to = next < 0 ? bytes.length : next + 1
    const piece = decoder.decode(bytes.subarray(from, to), { stream: to < bytes.length })
    if (piece.includes('\ufffd')) return undefined
    pieces.push(piece)
    from = to
  }
  return pieces
}
