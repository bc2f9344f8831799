/** Reads the single-file web page (MHT) that browsers, Word and WPS save: a mail message whose first HTML part is the page. */
import { decodeText } from '../encoding/decode-text.ts'
import { readHtml } from '../html/reader.ts'
import { type Reader, UnreadableError } from '../reader.ts'
import { type Part, parsePart, partsOf } from './parts.ts'
import { decodeTransfer } from './transfer-encoding.ts'

const isPage = ({ type }: Part): boolean => type === 'text/html' || type === 'application/xhtml+xml'

const rank = ({ id }: Part, { start }: Part): number => Number(id === start)

/** Parts within parts, as mail programs write; more levels than this no program makes. */
const MOST_LEVELS = 8
const findPage = (part: Part, level = 0): Part | undefined => {
  if (isPage(part)) return part
  if (!part.type.startsWith('multipart/') || level === MOST_LEVELS) return undefined
  // The one that `start` names, wherever it stands; else the first.
  const parts = part.start === undefined ? partsOf(part) : [...partsOf(part)].toSorted((a, b) => rank(b, part) - rank(a, part))
  for (const inner of parts) {
    const page = findPage(inner, level + 1)
    if (page !== undefined) return page.cutOff || !inner.cutOff ? page : { ...page, cutOff: true }
  }
  return undefined
}

export const mhtReader: Reader = async (bytes, { limits }) => {
  const whole = parsePart(bytes)
  const page = findPage(whole)
  if (page === undefined) throw new UnreadableError('damaged')
  const sheets = Array.from(partsOf(whole)).filter(({ type }) => type === 'text/css')
  const content = readHtml(
    decodeTransfer(page.body, page.encoding),
    limits,
    page.charset,
    sheets.map(({ body, encoding }) => decodeText(decodeTransfer(body, encoding)).text),
  )
  return page.cutOff ? { ...content, remarks: [...content.remarks, 'cut-off'] } : content
}
