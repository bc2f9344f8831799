import type { Format } from '../document/document.ts'
import type { Reader } from './reader.ts'
import { type FileSigns, isDocx, isHtml, isMht, isOdt, isOfd, isPdf, isText, isWord97, isXls, isXlsx } from './signatures.ts'

/** A format that is read, and whatever has to be known of it before a file of it is there. */
export type ReadFormat = {
  readonly format: Format
  /** What people call such a file when they hand it in, each with the content types that browsers then give it. */
  readonly called: Readonly<Record<string, readonly string[]>>
  readonly recognises: (signs: FileSigns) => boolean
}

/** The first that recognises the signs of a file is its format; plain text recognises what is left. People are told of them in this order. */
export const FORMATS = [
  {
    format: 'docx',
    called: {
      Word: ['application/vnd.openxmlformats-officedocument.wordprocessingml.document'],
      WPS: ['application/wps-office.docx'],
    },
    recognises: isDocx,
  },
  {
    format: 'doc',
    called: {
      Word: ['application/msword'],
      WPS: ['application/vnd.ms-works', 'application/kswps', 'application/wps-office.wps', 'application/wps-office.doc'],
    },
    recognises: isWord97,
  },
  { format: 'rtf', called: { Word: ['application/rtf', 'text/rtf'] }, recognises: ({ opening }) => opening.startsWith('{\\rtf') },
  { format: 'odt', called: { Word: ['application/vnd.oasis.opendocument.text'] }, recognises: isOdt },
  {
    format: 'xlsx',
    called: {
      Excel: ['application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'],
      WPS: ['application/wps-office.xlsx'],
    },
    recognises: isXlsx,
  },
  {
    format: 'xls',
    called: {
      Excel: ['application/vnd.ms-excel'],
      WPS: ['application/kset', 'application/wps-office.et', 'application/wps-office.xls'],
    },
    recognises: isXls,
  },
  { format: 'pdf', called: { PDF: ['application/pdf'] }, recognises: isPdf },
  { format: 'ofd', called: { OFD: ['application/ofd'] }, recognises: isOfd },
  { format: 'mht', called: { 网页: ['message/rfc822', 'multipart/related', 'application/x-mimearchive'] }, recognises: isMht },
  { format: 'html', called: { 网页: ['text/html', 'application/xhtml+xml'] }, recognises: isHtml },
  { format: 'txt', called: { 纯文本: ['text/plain'] }, recognises: isText },
] as const satisfies readonly ReadFormat[]

/** The formats a report may arrive in. */
export type KnownFormat = (typeof FORMATS)[number]['format']

/**
 * Each reader is loaded only when a file of its format comes, so that a docx never pays for the PDF library; whoever only asks for
 * formats bundles none of them.
 */
export const READERS: Readonly<Record<KnownFormat, () => Promise<Reader>>> = {
  docx: async () => (await import('./docx/reader.ts')).docxReader,
  doc: async () => (await import('./word97/reader.ts')).word97Reader,
  rtf: async () => (await import('./rtf/reader.ts')).rtfReader,
  odt: async () => (await import('./odt/reader.ts')).odtReader,
  xlsx: async () => (await import('./xlsx/reader.ts')).xlsxReader,
  xls: async () => (await import('./xls/reader.ts')).xlsReader,
  pdf: async () => (await import('./pdf/reader.ts')).pdfReader,
  ofd: async () => (await import('./ofd/reader.ts')).ofdReader,
  mht: async () => (await import('./mht/reader.ts')).mhtReader,
  html: async () => (await import('./html/reader.ts')).htmlReader,
  txt: async () => (await import('./text/reader.ts')).textReader,
}
