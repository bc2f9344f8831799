import type { Document, Format } from './document.ts'

/** Why a file cannot be read. The sentence a person sees is made in the rule `file-readable`. */
export type UnreadableReason =
  | 'not-found'
  | 'empty'
  | 'unknown-format'
  | 'other-format'
  | 'archive'
  | 'embedded'
  | 'damaged'
  | 'encrypted'
  | 'old-format'
  | 'too-large'
  | 'too-complex'
  | 'scan'
  | 'drawn-text'
  | 'repeated-pages'
  | 'xfa-form'
  | 'garbled'

export type Unreadable = {
  readonly unreadable: UnreadableReason
  readonly format: Format | null
  /** In words for people: the limit that was passed, such as `25 MB`, or the name of the other format. */
  readonly limit?: string
}

/** Something a reader did that a person should know of, though every word and figure is read. */
export type Remark =
  | 'tracked-changes-accepted'
  | 'hidden-text-left-out'
  | 'struck-text-left-out'
  | 'watermark-left-out'
  | 'repeated-pages-left-out'
  | 'text-box-read'
  | 'broken-table-row'
  | 'cut-off'

/** What a file tells of people beside its text. `comments` counts them; `commenters` are their authors. */
export type Traces = {
  readonly people: readonly string[]
  readonly organisations: readonly string[]
  readonly comments: number
  readonly commenters: readonly string[]
}

/** What came of a file: its document, or why it cannot be read. */
export type Reading = { readonly document: Document; readonly remarks: readonly Remark[]; readonly traces?: Traces } | Unreadable
