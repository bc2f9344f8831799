import type { Format } from '../document/document.ts'
import type { FileSigns } from './file-signs.ts'
import type { Reader } from './reader.ts'
import { isDocx, isHtml, isMht, isOdt, isOfd, isPdf, isRtf, isText, isWord97, isXls, isXlsx } from './signatures.ts'

/** How a reader is told and found; its code is loaded only when a file of its format comes, so that a docx never pays for the PDF library. */
export type LazyReader = {
  readonly format: Format
  readonly recognises: (signs: FileSigns) => boolean
  readonly load: () => Promise<Reader>
}

/** The first that recognises the signs of a file reads them; plain text recognises what is left. */
export const LAZY_READERS: readonly LazyReader[] = [
  { format: 'xlsx', recognises: isXlsx, load: async () => (await import('./xlsx/reader.ts')).xlsxReader },
  { format: 'xls', recognises: isXls, load: async () => (await import('./xls/reader.ts')).xlsReader },
  { format: 'odt', recognises: isOdt, load: async () => (await import('./odt/reader.ts')).odtReader },
  { format: 'ofd', recognises: isOfd, load: async () => (await import('./ofd/reader.ts')).ofdReader },
  { format: 'docx', recognises: isDocx, load: async () => (await import('./docx/reader.ts')).docxReader },
  { format: 'doc', recognises: isWord97, load: async () => (await import('./word97/reader.ts')).word97Reader },
  { format: 'rtf', recognises: isRtf, load: async () => (await import('./rtf/reader.ts')).rtfReader },
  { format: 'pdf', recognises: isPdf, load: async () => (await import('./pdf/reader.ts')).pdfReader },
  { format: 'mht', recognises: isMht, load: async () => (await import('./mht/reader.ts')).mhtReader },
  { format: 'html', recognises: isHtml, load: async () => (await import('./html/reader.ts')).htmlReader },
  { format: 'txt', recognises: isText, load: async () => (await import('./text/reader.ts')).textReader },
]
