import { openCompoundFile } from './compound-file/compound-file.ts'
import { unmarkedUtf16 } from './encoding/unicode.ts'
import { UnreadableError } from './reader.ts'

/** Tells a file's format by its first bytes and, for packed files, by the names of its parts; a file name is never looked at. */

const latin1 = new TextDecoder('latin1')

const startsWith = (bytes: Uint8Array, signature: readonly number[]): boolean => signature.every((byte, index) => bytes[index] === byte)

const isZip = (bytes: Uint8Array): boolean => startsWith(bytes, [0x50, 0x4b, 0x03, 0x04])
const isCompoundFile = (bytes: Uint8Array): boolean => startsWith(bytes, [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1])

/** Names of parts stand unpacked in the directory at the end of a zip; a megabyte of it holds thousands. */
const DIRECTORY_BYTES = 1024 * 1024
const directoryOf = (bytes: Uint8Array): string => latin1.decode(bytes.subarray(-DIRECTORY_BYTES))
const holdsPart = (bytes: Uint8Array, name: string): boolean => directoryOf(bytes).includes(name)

/** A packed file whose directory is gone, as where an upload or a copy broke off. */
export const isCutOffZip = (bytes: Uint8Array): boolean => isZip(bytes) && !directoryOf(bytes).includes('PK\x05\x06')

/** Whether the root of a compound file holds a stream: an embedded document has its own further below. */
const holdsStream = (bytes: Uint8Array, ...names: readonly string[]): boolean => {
  if (!isCompoundFile(bytes)) return false
  try {
    const file = openCompoundFile(bytes)
    return names.some((name) => file.has(name))
  } catch (error) {
    if (error instanceof UnreadableError) return false
    throw error
  }
}

/** The first text of a file with byte order mark, white space and (for UTF-16) zero bytes taken off, in lower case. */
const opening = (bytes: Uint8Array): string =>
  latin1
    .decode(bytes.subarray(0, 4096))
    .replace(/^(ï»¿|ÿþ|þÿ)/, '')
    .replaceAll('\0', '')
    .trimStart()
    .toLowerCase()

export const isDocx = (bytes: Uint8Array): boolean => isZip(bytes) && holdsPart(bytes, 'word/document')
export const isXlsx = (bytes: Uint8Array): boolean => isZip(bytes) && holdsPart(bytes, 'xl/workbook')
export const isOfd = (bytes: Uint8Array): boolean => isZip(bytes) && holdsPart(bytes, 'OFD.xml')
export const isOdt = (bytes: Uint8Array): boolean => isZip(bytes) && opening(bytes).includes('application/vnd.oasis.opendocument.text')
export const isXls = (bytes: Uint8Array): boolean => holdsStream(bytes, 'Workbook', 'Book') && !holdsStream(bytes, 'WordDocument')
/** Also a packed file under a password, which stands in a compound file: the reader says so. */
export const isWord97 = (bytes: Uint8Array): boolean => isCompoundFile(bytes) && !isXls(bytes)
export const isRtf = (bytes: Uint8Array): boolean => opening(bytes).startsWith('{\\rtf')
export const isPdf = (bytes: Uint8Array): boolean => latin1.decode(bytes.subarray(0, 1024)).includes('%PDF-')
export const isMht = (bytes: Uint8Array): boolean =>
  /^(mime-version|from|subject|date|content-type|snapshot-content-location):/.test(opening(bytes)) &&
  opening(bytes).includes('multipart/related')
export const isHtml = (bytes: Uint8Array): boolean =>
  /^<(?:!doctype html|!--|\?xml[^>]*>\s*<(?:!doctype html|html)|(?:html|head|body|meta|title|style|script|table|div|p|h[1-6]|span|font|center|section|article|main|ul|ol|br)[\s/>])/.test(
    opening(bytes),
  )

/** Anything without the bytes that only packed or binary files have; in UTF-16 every other byte may be one of them. */
export const isText = (bytes: Uint8Array): boolean => {
  if (isZip(bytes) || isCompoundFile(bytes)) return false
  if (startsWith(bytes, [0xff, 0xfe]) || startsWith(bytes, [0xfe, 0xff]) || unmarkedUtf16(bytes) !== undefined) return true
  const start = bytes.subarray(0, 4096)
  const controls = start.filter((byte) => byte < 32 && ![9, 10, 12, 13].includes(byte)).length
  return controls <= start.length / 100
}
