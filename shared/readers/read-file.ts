import type { Block } from '../document/document.ts'
import type { Reading } from '../document/reading.ts'
import { passedLimit } from './extent.ts'
import { type Reader, type ReadLimits, type ReadTools, UnreadableError } from './reader.ts'
import { LAZY_READERS } from './registry.ts'
import { isCutOffZip } from './signatures.ts'

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

const readerFor = async (bytes: Uint8Array): Promise<Reader | undefined> => {
  const entry = LAZY_READERS.find(({ recognises }) => recognises(bytes))
  return entry?.load()
}

/** What a reader made of a file: here, and nowhere else, a file that cannot be read becomes an answer. */
export const answerOf = async ({ format, read }: Reader, bytes: Uint8Array, tools: ReadTools): Promise<Reading> => {
  try {
    const { blocks, remarks } = await read(bytes, tools)
    return { document: { format, blocks }, remarks: [...remarks] }
  } catch (error) {
    if (!(error instanceof UnreadableError)) throw error
    const { reason, limit, format: other } = error
    return { unreadable: reason, format: other === undefined ? format : other, ...(limit !== undefined && { limit }) }
  }
}

/** Reads a file of any known format, told by its content. Whatever is wrong with the file is an answer; only our own failures throw. */
export const readFile = async (bytes: Uint8Array, tools: ReadTools): Promise<Reading> => {
  if (bytes.length === 0) return { unreadable: 'empty', format: null }
  if (bytes.length > tools.limits.fileBytes) return { unreadable: 'too-large', format: null, limit: megabytes(tools.limits.fileBytes) }
  const reader = await readerFor(bytes)
  if (reader === undefined) return { unreadable: isCutOffZip(bytes) ? 'damaged' : 'unknown-format', format: null }
  return withinLimits(withoutText(await answerOf(reader, bytes, tools)), tools.limits)
}
