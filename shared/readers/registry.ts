import type { Format } from '../document/document.ts'
import type { Reader } from './reader.ts'

/** How a reader is told and found; its code is loaded only when a file of its format comes, so that a docx never pays for the PDF library. */
export type LazyReader = {
  readonly format: Format
  readonly recognises: (bytes: Uint8Array) => boolean
  readonly load: () => Promise<Reader>
}

/** The first that recognises the bytes reads them; plain text recognises what is left. */
export const LAZY_READERS: readonly LazyReader[] = []
