import { signsOf } from './file-signs.ts'
import { type ReadTools, UnreadableError } from './reader.ts'
import { type FileSigns, startsWith } from './signatures.ts'
import { openZip } from './zip/zip.ts'

const RAR = [0x52, 0x61, 0x72, 0x21, 0x1a, 0x07]
const SEVEN_ZIP = [0x37, 0x7a, 0xbc, 0xaf, 0x27, 0x1c]

/** What programs put into an archive beside the files of people. */
const isBeside = (name: string): boolean => /\/$|^__macosx\/|(?:^|\/)(?:\.ds_store|thumbs\.db|desktop\.ini)$/i.test(name)
const OFFICE_FILE = /\.(?:docx?|wps|wpt|rtf|odt|xlsx?|et|html?|mht(?:ml)?|txt|pdf|ofd|zip)$/i

/** Files that people packed, as far as the names tell: only such an archive is said to be one. */
const packedFiles = ({ parts = [], damaged }: FileSigns): readonly string[] => {
  const files = damaged ? [] : parts.filter((name) => !isBeside(name))
  return files.length === 1 || files.some((name) => OFFICE_FILE.test(name)) ? files : []
}

/** The file in an archive that holds one and nothing else; undefined for what is no archive. One of several is refused. */
const onlyFileIn = async (signs: FileSigns, tools: ReadTools): Promise<Uint8Array | undefined> => {
  const files = packedFiles(signs)
  if (files.length === 0) return undefined
  const [only, second] = files
  if (only === undefined || second !== undefined) throw new UnreadableError('archive', undefined, null)
  return openZip(signs.bytes, tools).read(only)
}

/** The signs of the report: of the file itself, or of the one file that it is an archive of. */
export const reportIn = async (bytes: Uint8Array, tools: ReadTools, isKnown: (signs: FileSigns) => boolean): Promise<FileSigns> => {
  if (startsWith(bytes, RAR) || startsWith(bytes, SEVEN_ZIP)) throw new UnreadableError('archive', undefined, null)
  const signs = signsOf(bytes)
  const inner = isKnown(signs) ? undefined : await onlyFileIn(signs, tools)
  return inner === undefined ? signs : signsOf(inner)
}
