import type { Document, Format } from '../document/document.ts'
import type { CharacterMap } from '../ports/character-map.ts'
import type { Inflate } from '../ports/inflate.ts'

/** Why a file cannot be read. The sentence a person sees is made in the rule `file-readable`. */
export type UnreadableReason =
  | 'not-found'
  | 'empty'
  | 'unknown-format'
  | 'damaged'
  | 'encrypted'
  | 'old-format'
  | 'too-large'
  | 'too-complex'
  | 'scan'
  | 'garbled'

/** Something a reader did that a person should know of, though every word and figure is read. */
export type Remark =
  | 'tracked-changes-accepted'
  | 'hidden-text-left-out'
  | 'struck-text-left-out'
  | 'text-box-read'
  | 'broken-table-row'
  | 'cut-off'

export type Unreadable = {
  readonly unreadable: UnreadableReason
  readonly format: Format | null
  /** The limit that was passed, in words for people, such as `25 MB`. */
  readonly limit?: string
}
export type Reading = { readonly document: Document; readonly remarks: readonly Remark[] } | Unreadable

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
}

/** Turns the bytes of one format into a document. A bad file is an answer (`Unreadable`); only our own failures throw. */
export type Reader = {
  readonly format: Format
  readonly read: (bytes: Uint8Array, tools: ReadTools) => Promise<Reading>
}

/** Thrown inside a reader when a limit is passed or the file is damaged; `read` turns it into an `Unreadable`. */
export class UnreadableError extends Error {
  readonly reason: UnreadableReason
  readonly limit: string | undefined
  constructor(reason: UnreadableReason, limit?: string) {
    super(reason)
    this.reason = reason
    this.limit = limit
  }
}
