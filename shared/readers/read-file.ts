import type { Block, Format } from '../document/document.ts'
import type { Reading } from '../document/reading.ts'
import { reportIn } from './archive.ts'
import { passedLimit } from './extent.ts'
import { signsOf } from './file-signs.ts'
import { type ReadLimits, type ReadTools, UnreadableError } from './reader.ts'
import { FORMATS, type KnownFormat, READERS } from './registry.ts'
import { type FileSigns, foreignFormat } from './signatures.ts'
import { tracesOf } from './traces/traces.ts'

const megabytes = (bytes: number): string => `${Math.round(bytes / 1024 / 1024)} MB`

const hasText = (block: Block): boolean =>
  block.kind === 'table'
    ? block.rows.flat().some(({ blocks }) => blocks.some(hasText))
    : block.kind === 'paragraph' && block.text.trim() !== ''

const hasPicture = (block: Block): boolean =>
  block.kind === 'table' ? block.rows.flat().some(({ blocks }) => blocks.some(hasPicture)) : block.kind === 'picture'

/** A document in which no reader found a word is no report: a scan where it has pictures, else empty. */
const withoutText = (reading: Reading): Reading => {
  if ('unreadable' in reading || reading.document.blocks.some(hasText)) return reading
  const { format, blocks } = reading.document
  return { unreadable: blocks.some(hasPicture) ? 'scan' : 'empty', format }
}

const withinLimits = (reading: Reading, limits: ReadLimits): Reading => {
  if ('unreadable' in reading) return reading
  const limit = passedLimit(reading.document, limits)
  return limit === undefined ? reading : { unreadable: 'too-complex', format: reading.document.format, limit }
}

const isKnown = (signs: FileSigns): boolean => foreignFormat(signs) !== undefined || FORMATS.some(({ recognises }) => recognises(signs))

const unreadable = (error: unknown, own: Format | null): Reading => {
  if (!(error instanceof UnreadableError)) throw error
  const { reason, limit, format = own } = error
  return { unreadable: reason, format, ...(limit !== undefined && { limit }) }
}

/** What a reader made of a file: here, and nowhere else, a file that cannot be read becomes an answer. */
export const answerOf = async (format: KnownFormat, bytes: Uint8Array, tools: ReadTools): Promise<Reading> => {
  try {
    const read = await READERS[format]()
    const { blocks, remarks } = await read(bytes, tools)
    const traces = await tracesOf(format, bytes, tools)
    return { document: { format, blocks }, remarks: [...remarks], ...(traces && { traces }) }
  } catch (error) {
    return unreadable(error, format)
  }
}

const readEmbedded = (bytes: Uint8Array, tools: ReadTools): Promise<Reading> => readSigns(signsOf(bytes), tools)

/** Reads a report told by its signs. */
export const readSigns = async (signs: FileSigns, tools: ReadTools): Promise<Reading> => {
  if (signs.bytes.length === 0) return { unreadable: 'empty', format: null }
  const foreign = foreignFormat(signs)
  if (foreign !== undefined) return { unreadable: 'other-format', format: null, limit: foreign }
  const known = FORMATS.find(({ recognises }) => recognises(signs))
  if (known === undefined) return { unreadable: signs.damaged ? 'damaged' : 'unknown-format', format: null }
  return withinLimits(withoutText(await answerOf(known.format, signs.bytes, { ...tools, readEmbedded })), tools.limits)
}

/**
 * Reads a file of any known format, told by its content. Whatever is wrong with the file is an answer; only our own failures throw.
 * `readReport` reads the report itself, once it is out of the archive that people may have put it in.
 */
export const readFile = async (bytes: Uint8Array, tools: ReadTools, readReport = readSigns): Promise<Reading> => {
  if (bytes.length === 0) return { unreadable: 'empty', format: null }
  if (bytes.length > tools.limits.fileBytes) return { unreadable: 'too-large', format: null, limit: megabytes(tools.limits.fileBytes) }
  try {
    return await readReport(await reportIn(bytes, tools, isKnown), tools)
  } catch (error) {
    return unreadable(error, null)
  }
}
