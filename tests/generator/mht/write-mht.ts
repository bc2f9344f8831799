import { encodeHtml, type HtmlEncoding, htmlText } from '../html/write-html.ts'
import type { SampleDocument } from '../sample-document.ts'
import type { SampleReport } from '../sample-report.ts'

export const MHT_LAYOUTS = ['quoted-printable', 'base64', 'gbk'] as const
export type MhtLayout = (typeof MHT_LAYOUTS)[number]

const BOUNDARY = '----=_NextPart_01DA3F7C.5B2E8F10'
const LINE = 76

const asciiOf = (bytes: Uint8Array): string => Array.from(bytes, (byte) => String.fromCharCode(byte)).join('')

/** Lines no longer than the standard allows; an escape is never cut. */
const quotedPrintable = (bytes: Uint8Array): string => {
  const lines = ['']
  for (const byte of bytes) {
    const plain = byte >= 32 && byte < 127 && byte !== 61
    const letter = plain ? String.fromCharCode(byte) : `=${byte.toString(16).toUpperCase().padStart(2, '0')}`
    const last = lines.at(-1) ?? ''
    if (byte === 10) lines.push('')
    else if (last.length + letter.length >= LINE) lines.splice(-1, 1, `${last}=`, letter)
    else lines[lines.length - 1] = last + letter
  }
  return lines.join('\r\n')
}

const base64 = (bytes: Uint8Array): string => (btoa(asciiOf(bytes)).match(/.{1,76}/g) ?? []).join('\r\n')

/** A page with a stylesheet beside it, as browsers and Word save one. */
export const writeMht = (document: SampleDocument, report: SampleReport, layout: MhtLayout): Uint8Array => {
  const encoding: HtmlEncoding = layout === 'gbk' ? 'gbk' : 'utf-8'
  const page = encodeHtml(htmlText(document, report, layout === 'base64' ? 'word' : 'page', encoding), encoding)
  const [transfer, content] = layout === 'base64' ? ['base64', base64(page)] : ['quoted-printable', quotedPrintable(page)]
  const lines = [
    'MIME-Version: 1.0',
    `Content-Type: multipart/related; type="text/html"; boundary="${BOUNDARY}"`,
    '',
    `--${BOUNDARY}`,
    'Content-Location: file:///C:/report.htm',
    `Content-Transfer-Encoding: ${transfer}`,
    `Content-Type: text/html; charset="${layout === 'gbk' ? 'gb2312' : 'utf-8'}"`,
    '',
    content,
    '',
    `--${BOUNDARY}`,
    'Content-Location: file:///C:/report.files/page.css',
    'Content-Transfer-Encoding: quoted-printable',
    'Content-Type: text/css',
    '',
    'table { border-collapse: collapse }',
    '',
    `--${BOUNDARY}--`,
    '',
  ]
  return Uint8Array.from(lines.join('\r\n'), (letter) => letter.charCodeAt(0))
}
