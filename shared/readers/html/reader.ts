/** Reads a page as browsers, Word, WPS and LibreOffice write it: paragraphs, tables with spans, nested tables, pictures. */
import { decodeText, isGarbled } from '../encoding/decode-text.ts'
import { cleanPieces } from '../encoding/pieces.ts'
import { type Content, type Reader, type ReadLimits, UnreadableError } from '../reader.ts'
import { declaredCharsets } from './charset.ts'
import { readPage } from './page.ts'

const TAG_END = '>'.charCodeAt(0)

/** `charset` is what stands around the page, in the header of its part of an MHT file; `sheets` are the style sheets in other parts. */
export const readHtml = (bytes: Uint8Array, limits: ReadLimits, charset?: string, sheets: readonly string[] = []): Content => {
  const pieces = cleanPieces(bytes, TAG_END)
  if (pieces !== undefined) return readPage(pieces, limits, sheets)
  const decoded = decodeText(bytes, () => [...(charset === undefined ? [] : [charset]), ...declaredCharsets(bytes)])
  if (isGarbled(decoded)) throw new UnreadableError('garbled')
  return readPage([decoded.text], limits, sheets)
}

export const htmlReader: Reader = async (bytes, { limits }) => readHtml(bytes, limits)
