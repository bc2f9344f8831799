import type { Block, Format } from '../document/document.ts'
import type { Reading, Remark, UnreadableReason } from '../document/reading.ts'
import type { CharacterMap } from './character-map.ts'
import type { Inflate } from './inflate.ts'

/** Upper bounds that keep every reader quick and small, whatever the file holds. */
export type ReadLimits = {
  readonly fileBytes: number
  /** Bytes that all parts of one packed file may unpack to. */
  readonly unpackedBytes: number
  /** Paragraphs, rows and cells in all. A report has some 700 of them. */
  readonly cells: number
  /** Letters of all text in all. A long report has 30,000. */
  readonly characters: number
  readonly nesting: number
  readonly pages: number
  readonly milliseconds: number
}

export const READ_LIMITS: ReadLimits = {
  fileBytes: 25 * 1024 * 1024,
  unpackedBytes: 32 * 1024 * 1024,
  cells: 50_000,
  characters: 1_000_000,
  nesting: 32,
  pages: 300,
  milliseconds: 8_000, // to start, recognise and check takes its time too: 10 s in all
}

/** Each limit that content can pass, in words for people. */
export const tooMany = ({ cells }: Pick<ReadLimits, 'cells'>): string => `${cells}个段落或单元格`
export const tooLong = ({ characters }: Pick<ReadLimits, 'characters'>): string => `${characters}字`
export const tooDeep = ({ nesting }: Pick<ReadLimits, 'nesting'>): string => `嵌套${nesting}层`
export const tooSlow = ({ milliseconds }: Pick<ReadLimits, 'milliseconds'>): string => `${milliseconds / 1000}秒`

export type ReadTools = {
  readonly inflate: Inflate
  readonly limits: ReadLimits
  /** Without it, a PDF whose Chinese fonts are not embedded cannot be read, and reading it throws. */
  readonly characterMap?: CharacterMap
  /** Reads a file that stands in another; without it, such files are refused. `embeddedIn` counts the files around it. */
  readonly readEmbedded?: (bytes: Uint8Array, tools: ReadTools) => Promise<Reading>
  readonly embeddedIn?: number
}

/** What a reader found: blocks in reading order, and what a person should know of how they were read. */
export type Content = { readonly blocks: readonly Block[]; readonly remarks: Iterable<Remark> }

/**
 * Turns the bytes of one format into blocks. It returns what it read, or throws: an `UnreadableError` where the file is damaged, is
 * shut or passes a limit, and anything else only where we ourselves failed. `readFile` makes the answer of both.
 */
export type Reader = (bytes: Uint8Array, tools: ReadTools) => Promise<Content>

/** Why a file cannot be read; `limit` is the limit that was passed, in words for people. */
export class UnreadableError extends Error {
  readonly reason: UnreadableReason
  readonly limit: string | undefined
  /** What the file turned out to be, where that is not the reader's own format; null where nobody knows. */
  readonly format: Format | null | undefined
  constructor(reason: UnreadableReason, limit?: string, format?: Format | null) {
    super(reason)
    this.reason = reason
    this.limit = limit
    this.format = format
  }
}
