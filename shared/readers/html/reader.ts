/** Reads a page as browsers, Word, WPS and LibreOffice write it: paragraphs, tables with spans, nested tables, pictures. */
import { decodeText, isGarbled } from '../encoding/decode-text.ts'
import { readOrRefuse } from '../read-or-refuse.ts'
import type { Reader, Reading, ReadTools } from '../reader.ts'
import { declaredCharsets } from './charset.ts'
import { readPage } from './page.ts'

/** Where the page comes from: a file of its own, or a part of an MHT file whose header names a charset. */
type Origin = { readonly format: 'html' | 'mht'; readonly charset?: string | undefined }

export const readHtml = async (bytes: Uint8Array, { limits }: Pick<ReadTools, 'limits'>, { format, charset }: Origin): Promise<Reading> => {
  const decoded = decodeText(bytes, [...(charset === undefined ? [] : [charset]), ...declaredCharsets(bytes)])
  if (isGarbled(decoded)) return { unreadable: 'garbled', format }
  return readOrRefuse(format, () => {
    const { blocks, remarks } = readPage(decoded.text, limits)
    return { document: { format, blocks }, remarks }
  })
}

export const htmlReader: Reader = { format: 'html', read: (bytes, tools) => readHtml(bytes, tools, { format: 'html' }) }
