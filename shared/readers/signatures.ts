import { unmarkedUtf16 } from './encoding/unicode.ts'

/** Tells a file's format by what it begins with and by the names of what it packs; a file name is never looked at. */

/** What tells a file's format, looked at once for all readers. */
export type FileSigns = {
  readonly bytes: Uint8Array
  /** The first letters, without byte order mark, white space and the zero bytes of UTF-16, in lower case. */
  readonly opening: string
  /** Names of the parts of a zip, in lower case; undefined for any other file. */
  readonly parts?: readonly string[]
  /** The directory of the zip is gone or damaged: `parts` are those whose beginnings are left. */
  readonly damaged: boolean
  /** Names of the streams in the root of a compound file, in lower case; undefined for any other file. */
  readonly streams?: ReadonlySet<string>
}

export const startsWith = (bytes: Uint8Array, signature: readonly number[]): boolean =>
  signature.every((byte, index) => bytes[index] === byte)

const packs = ({ parts }: FileSigns, start: string): boolean => parts?.some((name) => name.startsWith(start)) ?? false
const packsPart = ({ parts }: FileSigns, part: string): boolean => parts?.includes(part) ?? false
const hasStream = ({ streams }: FileSigns, stream: string): boolean => streams?.has(stream) ?? false

/** One file of XML in the place of a package: of Office Open XML, or of OpenDocument text. */
const isFlatOpc = ({ opening }: Pick<FileSigns, 'opening'>): boolean => /<(?:\w+:)?package\s[^>]*\/2006\/xmlpackage/.test(opening)
const isFlatOdf = ({ opening }: Pick<FileSigns, 'opening'>): boolean =>
  /<(?:\w+:)?document\s[^>]*urn:oasis:names:tc:opendocument/.test(opening) && !/mimetype="[^"]*opendocument\.(?!text)/.test(opening)

/** A document that holds a workbook or another document (a chart, an attachment) has its name below a folder of its own. */
export const isXlsx = (signs: FileSigns): boolean => packs(signs, 'xl/workbook') && !packs(signs, 'word/document')
export const isDocx = (signs: FileSigns): boolean => (packs(signs, 'word/') && !isXlsx(signs)) || isFlatOpc(signs)
export const isOfd = (signs: FileSigns): boolean => packsPart(signs, 'ofd.xml')
/** Also other kinds of OpenDocument, which the reader tells by what their type says. */
export const isOdt = (signs: FileSigns): boolean =>
  (packsPart(signs, 'content.xml') && (packsPart(signs, 'mimetype') || packsPart(signs, 'meta-inf/manifest.xml'))) || isFlatOdf(signs)
export const isXls = (signs: FileSigns): boolean =>
  (hasStream(signs, 'workbook') || hasStream(signs, 'book')) && !hasStream(signs, 'worddocument')
/** Also a packed file under a password, which stands in a compound file: the reader says so. */
export const isWord97 = (signs: FileSigns): boolean => signs.streams !== undefined && !isXls(signs)
/** A PDF may begin with bytes of something else; an OFD may begin with a PDF that is attached to it. */
export const isPdf = (signs: FileSigns): boolean =>
  !isOfd(signs) && new TextDecoder('latin1').decode(signs.bytes.subarray(0, 1024)).includes('%PDF-')
/** A mail message: fields, one of which says that it holds pages. */
export const isMht = ({ opening }: FileSigns): boolean =>
  /^[a-z][a-z-]*:[ \t]/.test(opening) &&
  /^(?:mime-version|content-type|snapshot-content-location):/m.test(opening) &&
  /^content-type:\s*(?:multipart\/|text\/html|application\/xhtml)/m.test(opening)
export const isHtml = ({ opening }: FileSigns): boolean =>
  /^(?:<\?[^>]*>\s*)*(?:<!--(?:(?!-->)[\s\S])*-->\s*)*<(?:!doctype html|!--|(?:html|head|body|meta|title|link|base|style|script|table|thead|tbody|tr|td|div|p|h[1-6]|span|font|b|i|u|strong|em|a|img|br|hr|center|section|article|main|header|ul|ol|dl|li|pre|form|blockquote)[\s/>])/.test(
    opening,
  )

const WORD_PERFECT = [0xff, 0x57, 0x50, 0x43]

/** Formats that people know by a name and that are not read. */
const FOREIGN: readonly { readonly name: string; readonly is: (signs: FileSigns) => boolean }[] = [
  { name: 'Word 2003 XML', is: ({ opening }) => /^<[\s\S]*<(?:\w+:)?worddocument\s[^>]*\/word\/2003\/wordml/.test(opening) },
  {
    name: 'Excel 2003 XML',
    is: ({ opening }) => /^<[\s\S]*urn:schemas-microsoft-com:office:spreadsheet/.test(opening) && /<(?:\w+:)?workbook[\s>]/.test(opening),
  },
  { name: '标文通(UOF)', is: (signs) => /^<[\s\S]*<(?:uof|uof:uof)[\s>]/.test(signs.opening) || packsPart(signs, 'uof.xml') },
  {
    name: 'OpenDocument',
    is: ({ opening }) => /^<[\s\S]*<(?:\w+:)?document\s[^>]*urn:oasis:names:tc:opendocument/.test(opening) && !isFlatOdf({ opening }),
  },
  { name: 'PowerPoint', is: (signs) => packs(signs, 'ppt/presentation') },
  { name: 'Pages', is: (signs) => packsPart(signs, 'index/document.iwa') || packsPart(signs, 'buildversionhistory.plist') },
  { name: 'WordPerfect', is: ({ bytes }) => startsWith(bytes, WORD_PERFECT) },
  { name: 'PostScript', is: ({ opening }) => opening.startsWith('%!ps') },
  { name: 'XML', is: (signs) => signs.opening.startsWith('<?xml') && !isHtml(signs) && !isFlatOpc(signs) && !isFlatOdf(signs) },
]

/** The name of a known format that no reader is there for. */
export const foreignFormat = (signs: FileSigns): string | undefined => FOREIGN.find(({ is }) => is(signs))?.name

/** Anything without the bytes that only packed or binary files have; in UTF-16 every other byte may be one of them. */
export const isText = ({ bytes, parts, streams }: FileSigns): boolean => {
  if (parts !== undefined || streams !== undefined) return false
  if (startsWith(bytes, [0xff, 0xfe]) || startsWith(bytes, [0xfe, 0xff]) || unmarkedUtf16(bytes) !== undefined) return true
  const start = bytes.subarray(0, 4096)
  const controls = start.filter((byte) => byte < 32 && ![9, 10, 12, 13].includes(byte)).length
  return controls <= start.length / 100
}
